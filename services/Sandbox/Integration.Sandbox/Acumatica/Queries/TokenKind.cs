namespace Integration.Sandbox.Acumatica.Queries;

/// <summary>Kinds of pieces of a filter.</summary>
internal enum TokenKind
{
    Word,
    Literal,
    Open,
    Close,
    Comma,
    End,
}
