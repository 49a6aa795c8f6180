//! [`Members`]: what is packed in a gzip file of many members, as archives have one for each record.
//!
//! Zeros behind the last member are padding, as tapes and block devices leave it; anything else that is no member
//! is an error.

use flate2::bufread::GzDecoder;
use std::io::{self, BufRead, Read};

/// The unpacked members, one behind the other.
pub(super) struct Members<R: BufRead> {
    /// The member that is being read; none at the end.
    open: Option<GzDecoder<R>>,
}

impl<R: BufRead> Members<R> {
    pub(super) fn new(packed: R) -> Self {
        Self { open: Some(GzDecoder::new(packed)) }
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let Some(member) = &mut self.open else { return Ok(0) };
            let read = member.read(out)?;
            if read > 0 || out.is_empty() {
                return Ok(read);
            }
            let packed = self.open.take().map(GzDecoder::into_inner);
            self.open = packed.map(behind_zeros).transpose()?.flatten().map(GzDecoder::new);
        }
    }
}

/// The rest behind its zeros; none where nothing else follows.
fn behind_zeros<R: BufRead>(mut packed: R) -> io::Result<Option<R>> {
    loop {
        let next = packed.fill_buf()?;
        if next.is_empty() {
            return Ok(None);
        }
        let zeros = next.iter().take_while(|byte| **byte == 0).count();
        if zeros == 0 {
            return Ok(Some(packed));
        }
        packed.consume(zeros);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn packed(text: &str) -> Vec<u8> {
        let mut out = GzEncoder::new(Vec::new(), Compression::fast());
        out.write_all(text.as_bytes()).unwrap();
        out.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> Result<String, String> {
        let mut text = String::new();
        Members::new(bytes).read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(text)
    }

    #[test]
    fn members_are_read_one_after_the_other() {
        let zeros = vec![0; 70_000];
        let two = [packed("Một "), packed(""), packed("hai")].concat();
        assert_eq!(read(&two).as_deref(), Ok("Một hai"));
        assert_eq!(read(&[two.clone(), zeros.clone()].concat()).as_deref(), Ok("Một hai"));
        assert_eq!(read(&[two.clone(), zeros, packed("!")].concat()).as_deref(), Ok("Một hai!"));
        assert!(read(&[&two[..], b"rest"].concat()).is_err());
        assert!(read(&two[..two.len() - 9]).is_err());
        assert!(read(b"").is_err());
    }
}
