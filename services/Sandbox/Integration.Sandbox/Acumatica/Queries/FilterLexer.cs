using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Sandbox.OData;

namespace Integration.Sandbox.Acumatica.Queries;

/// <summary>Cuts a filter into pieces; OData v3 literals, quotes doubled inside strings.</summary>
internal static partial class FilterLexer
{
    /// <summary>What the word of a custom field begins with.</summary>
    public const string Custom = "cf/";

    public static IReadOnlyList<Token> Cut(string filter, bool isV4 = false)
    {
        filter = CustomField().Replace(filter, $"{Custom}$1");
        if (isV4)
        {
            filter = BareInstant().Replace(filter, match => match.Groups["instant"].Success ? $"datetimeoffset'{match.Value}'" : match.Value);
        }

        var tokens = new List<Token>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Piece().Match(filter, at);
            if (!match.Success || match.Index != at)
            {
                throw FilterSyntax.Fault($"Syntax error at position {at} in '{filter}'.");
            }

            at += match.Length;
            if (Read(match) is { } token)
            {
                tokens.Add(token);
            }
        }

        tokens.Add(new Token(TokenKind.End, "end"));
        return tokens;
    }

    private static Token? Read(Match match)
    {
        if (match.Groups["string"].Success)
        {
            return Quoted(match.Groups["prefix"].Value, match.Groups["string"].Value.Replace("''", "'", StringComparison.Ordinal));
        }

        if (match.Groups["number"].Success)
        {
            return new Token(TokenKind.Literal, "", decimal.Parse(match.Groups["number"].Value.TrimEnd('M', 'm', 'L'), CultureInfo.InvariantCulture));
        }

        if (match.Groups["word"].Success)
        {
            var word = match.Groups["word"].Value;
            return word switch
            {
                "true" => new Token(TokenKind.Literal, word, true),
                "false" => new Token(TokenKind.Literal, word, false),
                "null" => new Token(TokenKind.Literal, word),
                _ => new Token(TokenKind.Word, word),
            };
        }

        return match.Value switch
        {
            "(" => new Token(TokenKind.Open, "("),
            ")" => new Token(TokenKind.Close, ")"),
            "," => new Token(TokenKind.Comma, ","),
            _ => null,
        };
    }

    private static Token Quoted(string prefix, string text)
    {
        object? value = prefix switch
        {
            "" => text,
            // A '+' that was not encoded arrives as a blank, and the literal is then no instant.
            "datetimeoffset" or "datetime" or "date" => DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && !text.Contains(' ', StringComparison.Ordinal)
                ? instant : null,
            "guid" => Guid.TryParse(text, out var guid) ? guid : null,
            _ => null,
        };
        return value is null ? throw FilterSyntax.Fault($"Unrecognized literal {prefix}'{text}'.") : new Token(TokenKind.Literal, "", value);
    }

    [GeneratedRegex("""cf\.\w+\(f='([\w.]+)'\)""")]
    private static partial Regex CustomField();

    // Strings are passed over, so that what looks like an instant inside one stays.
    [GeneratedRegex("""'(?:[^']|'')*'|(?<instant>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)""")]
    private static partial Regex BareInstant();

    [GeneratedRegex("""(?<prefix>[A-Za-z]*)'(?<string>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?[MmL]?)(?![\w-])|(?<word>[A-Za-z_][\w./]*)|[(),]|\s+""")]
    private static partial Regex Piece();
}
