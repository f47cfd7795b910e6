//! Finds the mutants of a source file.

use std::ops::Range;

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, BinOp, Block, Expr, Pat, ReceiverKind, ReturnType, Signature, Stmt, Type, UnOp};

/// A change of a source file.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The bytes of the source that it changes. Empty at the start of a body that it skips.
    pub range: Range<usize>,
    pub line: usize,
    pub change: Change,
    /// For the list of survivors.
    pub description: String,
}

#[derive(Debug, Clone)]
pub enum Change {
    /// An expression becomes another one.
    Expression(String),
    /// A statement is left out.
    Statement,
    /// A function returns this at once.
    Return(String),
}

/// Returns the mutants of a source file, outer ones in front of inner ones.
pub fn mutants(source: &str) -> syn::Result<Vec<Mutant>> {
    let file = syn::parse_file(source)?;
    let mut finder = Finder { source, function: String::new(), mutants: Vec::new() };
    finder.visit_file(&file);
    let mut mutants = finder.mutants;
    mutants.sort_by_key(|mutant| (mutant.range.start, usize::MAX - mutant.range.end));
    Ok(mutants)
}

/// Methods that become others.
const METHODS: [(&str, &str); 9] = [
    ("min", "max"),
    ("max", "min"),
    ("any", "all"),
    ("all", "any"),
    ("is_some_and", "is_none_or"),
    ("is_none_or", "is_some_and"),
    ("eq_ignore_ascii_case", "eq"),
    ("to_ascii_lowercase", "to_owned"),
    ("to_lowercase", "to_owned"),
];

struct Finder<'a> {
    source: &'a str,
    function: String,
    mutants: Vec<Mutant>,
}

impl Finder<'_> {
    fn text(&self, node: &impl Spanned) -> &str {
        &self.source[node.span().byte_range()]
    }

    fn add(&mut self, range: Range<usize>, span: Span, change: Change, what: &str) {
        let short: String = what.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(110).collect();
        let description = format!("{}: {short}", self.function);
        self.mutants.push(Mutant { range, line: span.start().line, change, description });
    }

    fn replace(&mut self, node: &impl Spanned, by: &str) {
        let what = format!("`{}` becomes `{by}`", self.text(node));
        self.add(node.span().byte_range(), node.span(), Change::Expression(by.to_owned()), &what);
    }

    /// Replaces a part of an expression, for instance its operator.
    fn replace_part(&mut self, expr: &Expr, part: Range<usize>, by: &str) {
        let range = expr.span().byte_range();
        let mutated = [&self.source[range.start..part.start], by, &self.source[part.end..range.end]].concat();
        let what = format!("`{}` becomes `{by}` in `{}`", self.source[part].trim(), self.text(expr));
        self.add(range, expr.span(), Change::Expression(mutated), &what);
    }

    fn condition(&mut self, condition: &Expr, values: &[&str]) {
        if !has_let(condition) {
            values.iter().for_each(|value| self.replace(condition, value));
        }
    }

    /// A function with its body, unless it is evaluated at compile time.
    fn function(&mut self, sig: &Signature, body: &Block) {
        if sig.constness.is_some() {
            return;
        }
        let outer = std::mem::replace(&mut self.function, sig.ident.to_string());
        let start = body.brace_token.span.open().byte_range().end;
        for value in values(sig).iter().filter(|_| !body.stmts.is_empty()) {
            let what = format!("the body becomes `{value}`");
            self.add(start..start, sig.span(), Change::Return((*value).to_owned()), &what);
        }
        self.visit_block(body);
        self.function = outer;
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        use syn::Item::{Const, Enum, Fn, Impl, Mod, Static, Struct, Trait};
        let attributes = match item {
            Fn(item) => &item.attrs,
            Impl(item) => &item.attrs,
            Mod(item) => &item.attrs,
            Trait(item) => &item.attrs,
            Const(_) | Static(_) | Enum(_) | Struct(_) => return,
            _ => return visit::visit_item(self, item),
        };
        if !is_left_out(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_left_out(&item.attrs) {
            self.function(&item.sig, &item.block);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body);
        }
    }

    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_expr_repeat(&mut self, _: &'ast syn::ExprRepeat) {}
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        if let Stmt::Expr(expr, Some(_)) = stmt
            && is_removable(expr)
        {
            let what = format!("without `{}`", self.text(stmt));
            self.add(stmt.span().byte_range(), stmt.span(), Change::Statement, &what);
        }
        visit::visit_stmt(self, stmt);
    }

    /// A pattern has no expressions but its guard.
    fn visit_pat(&mut self, pat: &'ast Pat) {
        if let Pat::Guard(pat) = pat {
            self.condition(&pat.guard, &["true", "false"]);
            self.visit_expr(&pat.guard);
        }
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::If(item) => self.condition(&item.cond, &["true", "false"]),
            // A loop without an end is a timeout, which says little.
            Expr::While(item) => self.condition(&item.cond, &["false"]),
            Expr::Unary(item) if matches!(item.op, UnOp::Not(_)) => {
                self.replace_part(expr, item.op.span().byte_range(), "");
            }
            Expr::Binary(item) if !has_let(expr) => {
                if let Some(by) = other(&item.op) {
                    self.replace_part(expr, item.op.span().byte_range(), by);
                }
            }
            Expr::MethodCall(item) => {
                let name = item.method.to_string();
                if let Some((_, by)) = METHODS.iter().find(|(from, _)| *from == name) {
                    self.replace_part(expr, item.method.span().byte_range(), by);
                }
                if name == "filter" || name == "min" || name == "max" {
                    let receiver = self.text(&item.receiver).to_owned();
                    let (start, end) = (item.dot_token.span().byte_range().start, expr.span().byte_range().end);
                    let what = format!("without `{}`", &self.source[start..end]);
                    self.add(expr.span().byte_range(), item.method.span(), Change::Expression(receiver), &what);
                }
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// The code of tests, and of other platforms and features, is not built or not tested here.
fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let condition = attribute.meta.to_token_stream().to_string();
        ["test", "not", "windows"].iter().any(|word| condition.contains(word))
    })
}

fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(item) => has_let(&item.left) || has_let(&item.right),
        _ => false,
    }
}

fn is_removable(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::MethodCall(_) => true,
        Expr::Assign(assign) => !matches!(*assign.left, Expr::Path(_) | Expr::Infer(_)),
        Expr::Binary(binary) => binary.op.span().source_text().is_some_and(|op| op.ends_with('=') && op.len() == 2),
        Expr::Await(item) => is_removable(&item.base),
        Expr::Try(item) => is_removable(&item.expr),
        _ => false,
    }
}

fn other(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Eq(_) => "!=",
        BinOp::Ne(_) => "==",
        BinOp::Lt(_) => "<=",
        BinOp::Le(_) => "<",
        BinOp::Gt(_) => ">=",
        BinOp::Ge(_) => ">",
        BinOp::And(_) => "||",
        BinOp::Or(_) => "&&",
        BinOp::Add(_) => "-",
        BinOp::Sub(_) => "+",
        BinOp::AddAssign(_) => "-=",
        BinOp::SubAssign(_) => "+=",
        _ => return None,
    })
}

/// The values that the body of a function can become.
fn values(sig: &Signature) -> &'static [&'static str] {
    let ReturnType::Type(_, ty) = &sig.output else { return &["()"] };
    let ty = ty.to_token_stream().to_string();
    let takes_self = sig.receiver().is_some_and(|receiver| matches!(receiver.kind, ReceiverKind::Value));
    match ty.as_str() {
        "bool" => &["true", "false"],
        "Self" if takes_self => &["self"],
        "u8" | "u16" | "u32" | "u64" | "usize" | "i64" => &["0", "1"],
        "String" | "& str" | "& 'static str" | "Duration" => &["Default::default()"],
        "fmt :: Result" => &["Ok(())"],
        _ if ty.starts_with("Option <") => &["None"],
        _ if ty.starts_with("Vec <") => &["Vec::new()"],
        _ if ty.starts_with("Result < ()") || ty.ends_with("Result < () >") => &["Ok(())"],
        _ if ty.starts_with("Result < bool") => &["Ok(true)", "Ok(false)"],
        _ => &[],
    }
}
