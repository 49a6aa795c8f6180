// What the user drops, chooses or pastes, as files with the paths that they are called by.

/** @typedef {{ name: string, file: Blob, published?: string }} Given */

/** A folder that the browser does not open for the page. */
export class Closed extends Error {}

/**
 * The files of a drop, with those of dropped folders. Must be called while the drop is handled.
 * @param {DataTransfer} transfer
 * @returns {Promise<Given[]>}
 */
export async function ofDrop(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const found = await Promise.all(items.map(ofItem));
  return found.flat();
}

/** @param {FileList | null} files @returns {Given[]} */
export const ofChoice = (files) =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** @param {DataTransferItem} item @returns {Given[] | Promise<Given[]>} */
function ofItem(item) {
  const entry = item.webkitGetAsEntry?.();
  if (entry?.isDirectory) return ofFolder(entry, handleOf(item));
  const file = item.getAsFile();
  return file ? [{ name: file.name, file }] : [];
}

/** What Chromium opens a folder with, also for a page from disk. @param {DataTransferItem} item @returns {Promise<any> | undefined} */
const handleOf = (item) => ("getAsFileSystemHandle" in item ? /** @type {any} */ (item).getAsFileSystemHandle() : undefined);

/** @param {FileSystemEntry} entry @param {Promise<any> | undefined} handle @returns {Promise<Given[]>} */
async function ofFolder(entry, handle) {
  try {
    return await (handle ? inHandle(await handle, "") : inEntry(entry));
  } catch (error) {
    throw new Closed(entry.name, { cause: error });
  }
}

/** @param {any} handle @param {string} path @returns {Promise<Given[]>} */
async function inHandle(handle, path) {
  const name = path + handle.name;
  if (handle.kind === "file") return [{ name, file: await handle.getFile() }];
  const found = [];
  for await (const inside of handle.values()) found.push(await inHandle(inside, `${name}/`));
  return found.flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<Given[]>} */
async function inEntry(entry) {
  const name = entry.fullPath.replace(/^\//, "");
  if (isFile(entry)) {
    return [{ name, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  }
  const inside = await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  return (await Promise.all(inside.map(inEntry))).flat();
}

/** @param {FileSystemEntry} entry @returns {entry is FileSystemFileEntry} */
const isFile = (entry) => entry.isFile;

/** A browser gives the entries of a folder a hundred at a time. @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
