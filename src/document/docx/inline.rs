//! The text of a paragraph.
//!
//! Kept is what stands after all tracked changes were accepted, and of a field its result. A mark of a
//! note is left out, and the note is told of; so is a text box, which stands beside the text.

use super::super::letters::{Letters, Look};
use super::super::xml::Element;
use super::styles::{Styles, font, on};

/// The text of a paragraph, and what hangs on it.
#[derive(Default)]
pub(super) struct Inline<'t> {
    pub(super) text: Letters,
    /// The notes whose marks stand in it: `footnote` or `endnote`, and its id.
    pub(super) notes: Vec<(&'static str, String)>,
    /// What text boxes hold.
    pub(super) boxes: Vec<Element<'t>>,
}

/// The fields that are open, from one paragraph to the next.
pub(super) type Fields = Vec<Field>;

/// A field: an instruction, and behind it what came of it.
#[derive(Debug, Default)]
pub(super) struct Field {
    instruction: String,
    has_result: bool,
}

/// Reads the text of paragraphs.
pub(super) struct Reader<'r> {
    pub(super) styles: &'r Styles,
    pub(super) fields: &'r mut Fields,
    /// The font that is not said.
    pub(super) usual: Option<&'r str>,
    /// Of letters that do not say otherwise.
    pub(super) hidden: bool,
    pub(super) font: Option<String>,
}

impl Reader<'_> {
    /// Reads what a paragraph, or a part of one, holds.
    pub(super) fn read<'t>(&mut self, element: Element<'t>, into: &mut Inline<'t>) {
        for child in element.elements() {
            match child.name() {
                "r" => self.run(child, into),
                // Deleted, moved away, or about the text.
                "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" => {}
                "sdt" if is_placeholder(child) => {}
                "fldSimple" if child.attribute("instr").is_some_and(|own| is_page(&own)) => {}
                "AlternateContent" => {
                    chosen(child).into_iter().for_each(|content| self.read(content, into));
                }
                "drawing" | "pict" | "object" => boxes(child, into),
                // A fraction of a formula.
                "f" => {
                    let mut part = |name| child.child(name).map(|part| self.read(part, into));
                    part("num");
                    into.text.push("/", &Look::default());
                    let part = child.child("den");
                    part.into_iter().for_each(|part| self.read(part, into));
                }
                _ => self.read(child, into),
            }
        }
    }

    /// Reads letters of one look.
    fn run<'t>(&mut self, run: Element<'t>, into: &mut Inline<'t>) {
        let properties = run.child("rPr");
        let style = properties.and_then(|own| own.child("rStyle")?.attribute("val"));
        let style = style.and_then(|style| self.styles.of_letters(&style));
        let hidden = properties.and_then(|own| on(own, "vanish"));
        if hidden.or(style.and_then(|style| style.hidden)).unwrap_or(self.hidden) {
            return;
        }
        let script = properties.and_then(|own| own.child("vertAlign")?.attribute("val"));
        let script = match script.as_deref() {
            Some("superscript") => Some("sup"),
            Some("subscript") => Some("sub"),
            _ => None,
        };
        let font = properties.and_then(font).or_else(|| style.and_then(|own| own.font.clone()));
        let font = font.or_else(|| self.font.clone());
        let look = Look { script, font: font.filter(|font| Some(&**font) != self.usual) };
        run.elements().for_each(|piece| self.piece(piece, &look, into));
    }

    fn piece<'t>(&mut self, piece: Element<'t>, look: &Look, into: &mut Inline<'t>) {
        match piece.name() {
            "fldChar" => self.border_of_field(piece.attribute("fldCharType").as_deref()),
            "instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&piece.text());
                }
            }
            "AlternateContent" => {
                let pieces = chosen(piece).into_iter().flat_map(Element::elements);
                pieces.for_each(|piece| self.piece(piece, look, into));
            }
            "drawing" | "pict" | "object" => boxes(piece, into),
            _ if !self.is_shown() => {}
            "t" => into.text.push(&piece.text(), look),
            "tab" | "ptab" => into.text.push(" ", look),
            "br" | "cr" => into.text.push_break(),
            "noBreakHyphen" => into.text.push("-", look),
            "sym" => {
                let code = piece.attribute("char");
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                let symbol = code.and_then(char::from_u32).map(String::from);
                into.text.push(&symbol.unwrap_or_default(), &Look { font: None, ..look.clone() });
            }
            "footnoteReference" => into.note("footnote", piece),
            "endnoteReference" => into.note("endnote", piece),
            "ruby" => self.read(piece, into),
            _ => {}
        }
    }

    fn border_of_field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                self.fields
                    .iter_mut()
                    .next_back()
                    .into_iter()
                    .for_each(|own| own.has_result = true);
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// Whether text here is seen, and no part of the instruction of a field or number of a page.
    fn is_shown(&self) -> bool {
        self.fields.iter().all(|field| field.has_result && !is_page(&field.instruction))
    }
}

impl Inline<'_> {
    fn note(&mut self, kind: &'static str, mark: Element<'_>) {
        self.notes.extend(mark.attribute("id").map(|id| (kind, id.into_owned())));
    }
}

/// Whether an instruction asks for the number of a page.
fn is_page(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next();
    word.is_some_and(|word| ["PAGE", "PAGEREF", "NUMPAGES"].contains(&word))
}

/// Whether a field for text holds nothing but the request to fill it in.
pub(super) fn is_placeholder(field: Element<'_>) -> bool {
    field.child("sdtPr").is_some_and(|own| on(own, "showingPlcHdr").unwrap_or(false))
}

/// Of what is told in two ways for two ages of Word, the newer.
pub(super) fn chosen(alternatives: Element<'_>) -> Option<Element<'_>> {
    alternatives.child("Choice").or_else(|| alternatives.child("Fallback"))
}

/// The text boxes of a drawing; one inside of another is told with it.
fn boxes<'t>(drawing: Element<'t>, into: &mut Inline<'t>) {
    for child in drawing.elements() {
        match child.name() {
            "txbxContent" => into.boxes.push(child),
            "AlternateContent" => {
                chosen(child).into_iter().for_each(|content| boxes(content, into));
            }
            _ => boxes(child, into),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{markup, paragraph, run};

    fn text(runs: &str) -> String {
        let markup = markup(&paragraph("", runs));
        markup.trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn tracked_changes_are_accepted() {
        let runs = format!(
            "{}<w:del><w:r><w:delText>120</w:delText></w:r></w:del><w:ins>{}</w:ins>\
             <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>",
            run("Có "),
            run("150"),
            run(" xã"),
            run(" ấp")
        );
        assert_eq!(text(&runs), "Có 150 ấp");
    }

    #[test]
    fn fields_give_their_result() {
        let border = |kind| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
        let field = |instruction: &str, result: &str| {
            let instruction = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
            let (separate, end) = (border("separate"), border("end"));
            border("begin") + &instruction + &separate + &run(result) + &end
        };
        assert_eq!(text(&(run("Tổng ") + &field(" =SUM(A1) ", "97"))), "Tổng 97");
        assert_eq!(text(&(run("Trang ") + &field(" PAGE ", "3"))), "Trang ");
        let within = border("begin") + &field("REF x", "12") + &border("separate");
        assert_eq!(text(&(within + &run("5") + &border("end") + &run(" xã"))), "5 xã");
        let link = format!("<w:hyperlink>{}</w:hyperlink>", run("Nghị quyết 12"));
        assert_eq!(text(&link), "Nghị quyết 12");
        let simple = format!("<w:fldSimple w:instr='NUMPAGES'>{}</w:fldSimple>", run("9"));
        assert_eq!(text(&(simple + &run("xã"))), "xã");
    }

    #[test]
    fn hidden_letters_are_left_out() {
        let with = |properties| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>5</w:t></w:r>");
        for (properties, want) in [
            ("<w:vanish/>", ""),
            ("<w:vanish w:val='1'/>", ""),
            ("<w:rStyle w:val='an'/>", ""),
            ("<w:vanish w:val='0'/>", "5"),
            ("<w:rStyle w:val='an'/><w:vanish w:val='false'/>", "5"),
        ] {
            assert_eq!(text(&with(properties)), want, "{properties}");
        }
    }

    #[test]
    fn signs_are_told_as_text() {
        let runs = "<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>6</w:t><w:tab/><w:softHyphen/>\
                    <w:sym w:font='Symbol' w:char='F0B3'/><w:br/><w:t>7</w:t></w:r>";
        assert_eq!(text(runs), "5-6 ≥<br>7");
        let area = "<w:r><w:t>5 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/>\
                    </w:rPr><w:t>2</w:t></w:r>";
        assert_eq!(text(area), "5 m<sup>2</sup>");
        let half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t>\
                    </m:r></m:den></m:f></m:oMath>";
        assert_eq!(text(half), "1/2");
    }

    #[test]
    fn fonts_are_named() {
        let runs = "<w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>x·</w:t></w:r>";
        assert_eq!(text(runs), "<font face=\".VnTime\">x·</font>");
    }
}
