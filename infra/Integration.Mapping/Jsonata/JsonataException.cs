namespace Integration.Mapping.Jsonata;

/// <summary>
/// An expression that cannot be parsed (S codes), or that failed while evaluated (T types, D dynamic, U limits).
/// The codes are those of the JSONata language (https://docs.jsonata.org); <c>U1002</c> (output too large) is ours.
/// The message never holds a value of the input.
/// </summary>
public sealed class JsonataException : Exception
{
    internal JsonataException(string code, int? position = null, string? token = null, string? authorText = null)
        : base(ErrorTexts.For(code))
    {
        Code = code;
        Position = position;
        Token = token;
        AuthorText = authorText;
    }

    /// <summary>The code, for example <c>T2001</c>.</summary>
    public string Code { get; }

    /// <summary>Where in the expression text, counted in UTF-16 characters from 0, if known.</summary>
    public int? Position { get; private set; }

    /// <summary>The operator, function or name of the expression text that failed, if known.</summary>
    public string? Token { get; private set; }

    /// <summary>
    /// What <c>$error</c> or <c>$assert</c> was given as text. It may have been put together from personal data: never log it.
    /// </summary>
    public string? AuthorText { get; }

    /// <summary>Fills in the place where it is not known yet; used as an exception filter, so it never catches.</summary>
    internal bool Locate(int position, string? token)
    {
        Position ??= position;
        Token ??= token;
        return false;
    }
}
