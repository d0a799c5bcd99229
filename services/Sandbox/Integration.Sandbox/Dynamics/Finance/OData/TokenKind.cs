namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Words of a filter.</summary>
internal enum TokenKind
{
    /// <summary>A property, an operator or <c>null</c>.</summary>
    Name,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number, a day or an instant.</summary>
    Literal,

    /// <summary>A member of an enumeration.</summary>
    Member,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary>The end.</summary>
    End,
}
