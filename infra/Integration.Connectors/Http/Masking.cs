using System.Text.RegularExpressions;

namespace Integration.Connectors.Http;

/// <summary>Takes personal data, credentials and card-like numbers out of texts before they reach timelines, logs or attention lists.</summary>
public static partial class Masking
{
    private const string Mask = "***";
    private const int LongestText = 2_000;

    /// <summary>
    /// Masks e-mail addresses, card-like digit runs (13 to 19 digits), phone-like numbers, and what follows <c>Bearer</c> or <c>Basic</c> or the name of
    /// a token: systems repeat the headers they were sent. Cuts after 2,000 characters.
    /// </summary>
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var shown = text.Length > LongestText ? text[..LongestText] + "…" : text;
        return Guard(shown, part => Masked(Masked(part, "$1" + Mask, Scheme(), Token()), Mask, Email(), CardLike(), Phone()));
    }

    /// <summary>Masks a request target: values of key-like query parameters, e-mail addresses (also percent-encoded) and card-like digit runs.</summary>
    public static string Target(string target)
    {
        var shown = target.Length > LongestText ? target[..LongestText] + "…" : target;
        return Guard(shown, part => Masked(KeyLike().Replace(part, "$1" + Mask), Mask, Email(), CardLike()));
    }

    private static string Masked(string text, string with, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns) text = pattern.Replace(text, with);
        return text;
    }

    private static string Guard(string text, Func<string, string> mask)
    {
        try
        {
            return mask(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask;
        }
    }

    [GeneratedRegex(@"[\w.+\-'!#$^*{|}~]+(?:@|%40)[\w\-]+(?:\.[\w\-]+)+", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.])\d(?:(?:[ \-]|%20)?\d){12,18}(?![\w])", RegexOptions.CultureInvariant, 250)]
    private static partial Regex CardLike();

    [GeneratedRegex(@"(?<![\w.\-:])(?!\d{4}-\d{2}-\d{2})(?:(?:\+|00?[1-9]|\()\d?[\d \-()./]{5,}\d|\d{3}[\-. ]\d{3}[\-. ]\d{4})(?!\w)", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Phone();

    // A word of prose has no digits, and no capitals within.
    [GeneratedRegex(@"\b((?i:Bearer|Basic)\s+)(?=\S*?(?:\d|[a-z][A-Z]|[=~+/_]))[\w.~+/\-]{8,}=*", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b((?:access_token|refresh_token|id_token|Set-Cookie|Cookie)[""']?\s*[:=]\s*[""']?)[^\s""',;&}]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 250)]
    private static partial Regex Token();

    [GeneratedRegex(@"([?&][^=&]*(?:key|token|secret|passw|pwd|signature|auth|credential)[^=&]*=)[^&#]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 250)]
    private static partial Regex KeyLike();
}
