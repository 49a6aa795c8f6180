//! The weights of the network as they stand in the binary, and how they are read.
//!
//! `weights.bin` is written by the trainer (`train/`): a magic word, then one entry after the other in the order in which
//! [`Network::parse`] asks for them. An entry has its name, so that a file that does not fit says where.

use super::fixed::Curves;
use super::product::Matrix;
use super::table::Table;
use std::fmt;

/// What stands at the beginning of the file: the format and its version.
const MAGIC: &[u8] = b"de-an-06/weights/1\n";

/// Why a file of weights cannot be read: what was expected, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Error {
    /// The entry or word that was expected.
    pub(super) expected: &'static str,
    /// Where it was looked for.
    pub(super) at: usize,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {} of the weights", self.expected, self.at)
    }
}

impl std::error::Error for Error {}

/// Takes entries from a file of weights.
pub(super) struct Reader {
    bytes: &'static [u8],
    at: usize,
}

impl Reader {
    pub(super) fn new(bytes: &'static [u8]) -> Result<Self, Error> {
        match bytes.starts_with(MAGIC) {
            true => Ok(Self { bytes, at: MAGIC.len() }),
            false => Err(Error { expected: "the magic word", at: 0 }),
        }
    }

    /// The matrix of this name.
    pub(super) fn matrix(
        &mut self,
        name: &'static str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Matrix, Error> {
        self.head(name, outputs, inputs)?;
        let weights = self.take(name, inputs * outputs)?;
        let (scales, offsets) = (self.numbers(name, outputs)?, self.numbers(name, outputs)?);
        Ok(Matrix::new(weights, inputs, &scales, &offsets))
    }

    /// The table of this name.
    pub(super) fn table(
        &mut self,
        name: &'static str,
        rows: usize,
        width: usize,
    ) -> Result<Table, Error> {
        self.head(name, rows, width)?;
        let rows = self.take(name, rows * width)?;
        Ok(Table::new(rows, self.numbers(name, width)?))
    }

    /// That the number of this name is the one of the program.
    pub(super) fn same(&mut self, name: &'static str, number: u32) -> Result<(), Error> {
        let at = self.at;
        match self.list(name, 1)?[0] == number.cast_signed() {
            true => Ok(()),
            false => Err(Error { expected: name, at }),
        }
    }

    /// The list of numbers of this name.
    pub(super) fn list(&mut self, name: &'static str, length: usize) -> Result<Vec<i32>, Error> {
        self.head(name, 1, length)?;
        self.numbers(name, length)
    }

    pub(super) fn curves(&mut self) -> Result<Curves, Error> {
        Ok(Curves {
            logistic: self.list("logistic", 2048)?,
            tanh: self.list("tanh", 2048)?,
            exp: self.list("exp", 4096)?,
            ln: self.list("ln", 256)?,
        })
    }

    /// That nothing is left.
    pub(super) fn end(self) -> Result<(), Error> {
        match self.at == self.bytes.len() {
            true => Ok(()),
            false => Err(Error { expected: "the end", at: self.at }),
        }
    }

    fn head(&mut self, name: &'static str, rows: usize, columns: usize) -> Result<(), Error> {
        let at = self.at;
        let is_name = self.take(name, 1)? == [name.len() as u8]
            && self.take(name, name.len())? == name.as_bytes();
        let sizes = [rows, columns].map(|size| size as i32);
        match is_name && self.numbers(name, 2)? == sizes {
            true => Ok(()),
            false => Err(Error { expected: name, at }),
        }
    }

    fn take(&mut self, expected: &'static str, count: usize) -> Result<&'static [u8], Error> {
        let taken =
            self.bytes.get(self.at..self.at + count).ok_or(Error { expected, at: self.at })?;
        self.at += count;
        Ok(taken)
    }

    fn numbers(&mut self, expected: &'static str, count: usize) -> Result<Vec<i32>, Error> {
        let bytes = self.take(expected, 4 * count)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|four| i32::from_le_bytes(*four)).collect())
    }
}
