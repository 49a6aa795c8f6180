//! PDF documents with a text layer.

mod content;
mod font;
mod glyph_name;
mod ink;
mod matrix;
mod path;

use super::paper::{self, Leaf};
use content::{Canvas, Reader};
use hayro_syntax::Pdf;
use ink::Ink;
use matrix::Matrix;
use path::Path;

pub(crate) fn leaves(bytes: &[u8]) -> Option<(Vec<Leaf>, Vec<String>)> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let mut reader = Reader::new(5_000_000);
    let mut leaves = Vec::new();
    for page in pdf.pages().iter() {
        let (mut ink, mut path) = (Ink::default(), Path::default());
        let map = Matrix::new(page.initial_transform(true).as_coeffs());
        let (_, height) = page.render_dimensions();
        let mut canvas = Canvas { ink: &mut ink, path: &mut path };
        reader.read(page.page_stream().unwrap_or_default(), page.resources(), map, &mut canvas);
        let (_, height) = Matrix::IDENTITY.place(0.0, f64::from(height));
        let runs = paper::runs(ink.letters, &path.rulings);
        leaves.push(Leaf { height, runs, rulings: path.rulings });
    }
    Some((leaves, reader.names))
}
