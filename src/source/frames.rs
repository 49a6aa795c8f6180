//! [`Frames`]: what is packed in a Zstandard file of one frame or many, as archives have one for each record.
//!
//! How much a frame looks back on is memory that it claims before anything was read: more than [`WINDOW`] is refused.
//! So is one that was packed with a dictionary, which is not in the file. Frames that hold nothing are passed over.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, Read};

/// How such a file begins.
pub(super) const SIGN: &[u8] = b"\x28\xb5\x2f\xfd";

/// As far as `zstd -20 --ultra` looks back.
const WINDOW: u64 = 32 << 20;

/// The unpacked frames, one behind the other.
pub(super) struct Frames<R: BufRead> {
    packed: R,
    frame: FrameDecoder,
    is_open: bool,
}

impl<R: BufRead> Frames<R> {
    pub(super) fn new(packed: R) -> Self {
        let mut frame = FrameDecoder::new();
        frame.set_max_window_size(WINDOW);
        Self { packed, frame, is_open: false }
    }

    /// Opens the next frame; whether there is one.
    fn open(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.frame.init(&mut self.packed) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let skipped = self.packed.by_ref().take(u64::from(length));
                    if io::copy(&mut { skipped }, &mut io::sink())? < u64::from(length) {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(io::Error::other(told(&error))),
            }
        }
        Ok(false)
    }

    /// Whether what was unpacked is what was packed, where the frame tells.
    fn is_sound(&self) -> bool {
        let told = self.frame.get_checksum_from_data();
        told.is_none() || told == self.frame.get_calculated_checksum()
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.is_open && !self.open()? {
                return Ok(0);
            }
            self.is_open = true;
            while self.frame.can_collect() == 0 && !self.frame.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                let block = self.frame.decode_blocks(&mut self.packed, one);
                block.map_err(|error| io::Error::other(told(&error)))?;
            }
            let read = self.frame.read(out)?;
            if read > 0 {
                return Ok(read);
            }
            if !self.is_sound() {
                return Err(io::Error::other("what it unpacks to is not what was packed"));
            }
            self.is_open = false;
        }
    }
}

fn told(error: &FrameDecoderError) -> String {
    match error {
        FrameDecoderError::WindowSizeTooBig { .. } => {
            format!("it takes more than {} MiB to unpack; pack it with `zstd -19`", WINDOW >> 20)
        }
        FrameDecoderError::DictNotProvided { .. } => {
            "it was packed with a dictionary; pack it without".to_owned()
        }
        other => format!("it is no sound Zstandard file: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    fn packed(text: &str) -> Vec<u8> {
        compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
    }

    fn read(bytes: &[u8]) -> Result<String, String> {
        let mut text = String::new();
        Frames::new(bytes).read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(text)
    }

    #[test]
    fn frames_are_read_one_after_the_other() {
        let two = [packed("Một "), packed(""), packed("hai")].concat();
        assert!(two.starts_with(SIGN));
        assert_eq!(read(&two).as_deref(), Ok("Một hai"));
        let nothing = [&b"\x5a\x2a\x4d\x18\x03\0\0\0abc"[..], &two].concat();
        assert_eq!(read(&nothing).as_deref(), Ok("Một hai"));
        let long = "Năm 2022, xã Mẫu mở 14 lớp. ".repeat(30_000);
        assert!(read(&packed(&long)) == Ok(long));
    }

    #[test]
    fn what_is_damaged_is_an_error() {
        let whole = packed("Năm 2022, xã Mẫu mở 14 lớp.");
        for cut in 1..whole.len() {
            assert!(read(&whole[..cut]).is_err(), "{cut}");
        }
        assert!(read(&[&whole[..], b"rest"].concat()).is_err());
        for at in 0..whole.len() {
            let mut other = whole.clone();
            other[at] ^= 0x55;
            let _ = read(&other);
        }
    }

    #[test]
    fn a_frame_may_not_claim_what_it_likes() {
        // A head that claims a window of 128 MiB, and one that names a dictionary.
        let window = [SIGN, &[0x00, 0x88, 0x01, 0x00, 0x00]].concat();
        assert!(read(&window).unwrap_err().starts_with("it takes more than 32 MiB to unpack"));
        let dictionary = [SIGN, &[0x01, 0x00, 0x07, 0x01, 0x00, 0x00]].concat();
        assert!(read(&dictionary).unwrap_err().starts_with("it was packed with a dictionary"));
    }
}
