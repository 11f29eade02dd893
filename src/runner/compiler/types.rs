//! Types as rustc writes them in its messages, also where it left parts of them out.

/// Deeper types than this are not looked into. Real ones are some ten levels deep.
const DEPTH: usize = 48;

/// A type, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `Vec<f32>`, `f32`, `T`, `{integer}`, or a constant such as `10`; of a path only the last name.
    Named(String, Vec<Type>),
    /// `(A, B)`, `()`.
    Tuple(Vec<Type>),
    /// `[A; 3]` and `[A]`, which have no length here.
    Array(Box<Type>, Option<String>),
    /// `&A` and `&mut A`.
    Reference(bool, Box<Type>),
    /// `_`: the same on both sides, or not known.
    Unknown,
    /// `...`: rustc left it out because the type was too long.
    Shortened,
    /// Functions, closures and whatever else is not looked into.
    Other(String),
}

impl Type {
    /// Reads a type. `None` if that is none.
    pub fn parse(text: &str) -> Option<Type> {
        let mut parser = Parser { rest: text.trim() };
        let found = parser.any(0)?;
        parser.rest.is_empty().then_some(found)
    }

    /// The name and the arguments of a named type.
    pub fn named(&self) -> Option<(&str, &[Type])> {
        match self {
            Type::Named(name, arguments) => Some((name, arguments)),
            _ => None,
        }
    }

    /// Whether it is the type of this name, whatever its arguments.
    pub fn is(&self, name: &str) -> bool {
        self.named().is_some_and(|(found, _)| found == name)
    }

    /// The arguments, if it is the type of this name.
    pub fn arguments_of(&self, name: &str) -> Option<&[Type]> {
        let (found, arguments) = self.named()?;
        (found == name).then_some(arguments)
    }

    /// What a reference refers to; any other type itself.
    pub fn behind_references(&self) -> &Type {
        match self {
            Type::Reference(_, to) => to.behind_references(),
            other => other,
        }
    }

    /// Whether parts of it were left out.
    pub fn is_shortened(&self) -> bool {
        match self {
            Type::Shortened => true,
            Type::Named(_, parts) | Type::Tuple(parts) => parts.iter().any(Type::is_shortened),
            Type::Array(part, _) | Type::Reference(_, part) => part.is_shortened(),
            Type::Unknown | Type::Other(_) => false,
        }
    }

    /// The number that a constant is.
    pub fn number(&self) -> Option<usize> {
        match self {
            Type::Named(name, arguments) if arguments.is_empty() => name.parse().ok(),
            _ => None,
        }
    }

    /// Whether it is a type of plain numbers, also one that rustc has not settled on yet.
    pub fn is_number(&self) -> bool {
        self.is_whole() || self.is_float()
    }

    /// Whether it is a type of whole numbers.
    pub fn is_whole(&self) -> bool {
        const WHOLE: [&str; 13] = [
            "usize",
            "isize",
            "u8",
            "u16",
            "u32",
            "u64",
            "u128",
            "i8",
            "i16",
            "i32",
            "i64",
            "i128",
            "{integer}",
        ];
        self.named().is_some_and(|(name, _)| WHOLE.contains(&name))
    }

    /// Whether it is a type of whole numbers that has some below zero.
    pub fn is_signed(&self) -> bool {
        const SIGNED: [&str; 6] = ["isize", "i8", "i16", "i32", "i64", "i128"];
        self.named().is_some_and(|(name, _)| SIGNED.contains(&name))
    }

    /// Whether it is a type of whole numbers that has none below zero.
    pub fn is_unsigned(&self) -> bool {
        self.is_whole() && !self.is_signed() && !self.is("{integer}")
    }

    /// How many bits its numbers have, where it is a type of numbers that is settled.
    pub fn bits(&self) -> Option<u32> {
        let (name, _) = self.named().filter(|_| self.is_number())?;
        match name.trim_start_matches(['u', 'i', 'f']) {
            "size" => Some(64),
            bits => bits.parse().ok(),
        }
    }

    /// Whether it is a type of numbers with a point.
    pub fn is_float(&self) -> bool {
        self.named()
            .is_some_and(|(name, _)| ["f32", "f64", "{float}"].contains(&name))
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn skip(&mut self, start: &str) -> bool {
        match self.rest.strip_prefix(start) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn any(&mut self, depth: usize) -> Option<Type> {
        if depth > DEPTH {
            return None;
        }
        if self.skip("...") {
            return Some(Type::Shortened);
        }
        if self.skip("&") {
            if self.rest.starts_with('\'') {
                self.lifetime();
            }
            let mutable = self.skip("mut ");
            return Some(Type::Reference(mutable, Box::new(self.any(depth + 1)?)));
        }
        if self.skip("(") {
            let (parts, comma) = self.list(")", depth)?;
            // `(A)` is `A`; `(A,)` is a tuple.
            if parts.len() == 1 && !comma {
                return parts.into_iter().next();
            }
            return Some(Type::Tuple(parts));
        }
        if self.skip("[") {
            let part = Box::new(self.any(depth + 1)?);
            let length = if self.skip(";") {
                let end = self.rest.find(']')?;
                let (length, rest) = self.rest.split_at(end);
                self.rest = rest;
                Some(length.trim().to_owned())
            } else {
                None
            };
            return self.skip("]").then_some(Type::Array(part, length));
        }
        if self.rest.starts_with(['{', '<'])
            || [
                "fn(", "for<", "dyn ", "impl ", "unsafe ", "extern ", "*const ", "*mut ",
            ]
            .iter()
            .any(|start| self.rest.starts_with(start))
        {
            return self.other();
        }
        self.path(depth)
    }

    /// Elements up to `end`, and whether a comma stood before it.
    fn list(&mut self, end: &str, depth: usize) -> Option<(Vec<Type>, bool)> {
        let mut parts = Vec::new();
        let mut comma = false;
        loop {
            if self.skip(end) {
                return Some((parts, comma));
            }
            if !parts.is_empty() && !comma {
                return None;
            }
            if self.rest.starts_with('\'') {
                self.lifetime();
            } else {
                let mut part = self.any(depth + 1)?;
                // `Item = f32` is about `f32`.
                if self.skip("=") {
                    part = self.any(depth + 1)?;
                }
                parts.push(part);
            }
            comma = self.skip(",");
        }
    }

    fn lifetime(&mut self) {
        let letters = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '\'';
        self.rest = self.rest.trim_start_matches(letters).trim_start();
    }

    fn path(&mut self, depth: usize) -> Option<Type> {
        let mut name;
        let mut arguments;
        loop {
            let end = self
                .rest
                .find(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '#'))
                .unwrap_or(self.rest.len());
            name = &self.rest[..end];
            if name.is_empty() {
                return None;
            }
            self.rest = self.rest[end..].trim_start();
            arguments = Vec::new();
            if self.rest.starts_with("::<") {
                self.skip("::");
            }
            if self.skip("<") {
                arguments = self.list(">", depth)?.0;
            }
            if !self.skip("::") {
                break;
            }
        }
        Some(match name {
            "_" => Type::Unknown,
            _ => Type::Named(name.to_owned(), arguments),
        })
    }

    /// What is not looked into: up to the next comma or bracket that does not belong to it.
    fn other(&mut self) -> Option<Type> {
        let mut depth = 0_usize;
        let mut end = self.rest.len();
        let mut before = ' ';
        for (at, letter) in self.rest.char_indices() {
            match letter {
                '<' | '(' | '[' | '{' => depth += 1,
                '>' if before == '-' || before == '=' => {}
                '>' | ')' | ']' | '}' => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => {
                        end = at;
                        break;
                    }
                },
                ',' | ';' if depth == 0 => {
                    end = at;
                    break;
                }
                _ => {}
            }
            before = letter;
        }
        let (found, rest) = self.rest.split_at(end);
        self.rest = rest;
        let found = found.trim();
        match found {
            "{integer}" | "{float}" => Some(Type::Named(found.to_owned(), Vec::new())),
            "" => None,
            _ => Some(Type::Other(found.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_also_where_parts_are_left_out() {
        let parse = |text| Type::parse(text).expect("a type");
        let shape = parse("(usize, dfdx::shapes::Const<3>)");
        assert_eq!(
            shape,
            Type::Tuple(vec![
                Type::Named("usize".to_owned(), vec![]),
                Type::Named("Const".to_owned(), vec![parse("3")]),
            ])
        );
        assert_eq!(parse("(f32)"), parse("f32"));
        assert_ne!(parse("(f32,)"), parse("f32"));
        assert!(parse("Tensor<(usize, ...), f32, ...>").is_shortened());
        assert!(matches!(parse("fn(f32) -> Vec<f32> {mse}"), Type::Other(_)));
        assert_eq!(
            parse("&mut [f32; 2]"),
            Type::Reference(
                true,
                Box::new(Type::Array(Box::new(parse("f32")), Some("2".to_owned())))
            )
        );
        assert_eq!(
            parse("Iterator<Item=f32>").arguments_of("Iterator"),
            Some(&[parse("f32")][..])
        );
        // A literal of which nothing says yet what kind it is.
        assert_eq!(
            parse("[{float}; 1]"),
            Type::Array(Box::new(parse("{float}")), Some("1".to_owned()))
        );
        for text in ["", "(", "Vec<", "A B", "[f32; ", "a::", "&"] {
            assert_eq!(Type::parse(text), None, "{text}");
        }
    }
}
