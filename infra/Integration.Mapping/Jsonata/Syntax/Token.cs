namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A word or sign of the text. <paramref name="Value"/> is what a literal stands for.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, object? Value = null)
{
    public bool Is(string sign) => Kind == TokenKind.Operator && Text == sign;

    /// <summary>After it a <c>/</c> divides; elsewhere it starts a regular expression.</summary>
    public bool EndsOperand => Kind switch
    {
        TokenKind.Operator => Text is ")" or "]" or "}",
        TokenKind.End => false,
        _ => true,
    };
}
