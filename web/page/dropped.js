// What the user drops, chooses or pastes, as files with the paths that they are called by.

/** @typedef {{ name: string, file: Blob, published?: string }} Given */

/**
 * The files of a drop, with those of dropped folders. Must be called while the drop is handled.
 * @param {DataTransfer} transfer
 * @returns {Promise<Given[]>}
 */
export async function ofDrop(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = await Promise.all(entries.map((entry) => (entry ? ofEntry(entry) : [])));
  return found.flat();
}

/** @param {FileList | null} files @returns {Given[]} */
export const ofChoice = (files) =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** @param {FileSystemEntry | File} entry @returns {Promise<Given[]>} */
async function ofEntry(entry) {
  if (entry instanceof File) return [{ name: entry.name, file: entry }];
  const name = entry.fullPath.replace(/^\//, "");
  if (isFile(entry)) {
    return [{ name, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  }
  const inside = await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  return (await Promise.all(inside.map(ofEntry))).flat();
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
