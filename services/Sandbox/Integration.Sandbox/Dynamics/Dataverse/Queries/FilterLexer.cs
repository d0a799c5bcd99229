using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.OData;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>Cuts a filter into pieces; OData v4 literals, quotes doubled inside strings.</summary>
internal static partial class FilterLexer
{
    public static IReadOnlyList<Token> Cut(string filter)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Piece().Match(filter, at);
            if (!match.Success)
            {
                throw DataverseFault.Query($"Syntax error at position {at} in '{filter}'.");
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
        var text = match.Value;
        if (match.Groups["string"].Success)
        {
            return new Token(TokenKind.Literal, text, match.Groups["string"].Value.Replace("''", "'", StringComparison.Ordinal));
        }

        if (match.Groups["guid"].Success)
        {
            return new Token(TokenKind.Literal, text, Guid.Parse(text));
        }

        if (match.Groups["instant"].Success)
        {
            return new Token(TokenKind.Literal, text, DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
        }

        if (match.Groups["number"].Success)
        {
            return new Token(TokenKind.Literal, text, decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        return text switch
        {
            "(" => new Token(TokenKind.Open, text),
            ")" => new Token(TokenKind.Close, text),
            "[" => new Token(TokenKind.OpenList, text),
            "]" => new Token(TokenKind.CloseList, text),
            "," => new Token(TokenKind.Comma, text),
            "=" => new Token(TokenKind.Equals, text),
            "true" => new Token(TokenKind.Literal, text, true),
            "false" => new Token(TokenKind.Literal, text, false),
            "null" => new Token(TokenKind.Literal, text),
            _ => string.IsNullOrWhiteSpace(text) ? null : new Token(TokenKind.Word, text),
        };
    }

    [GeneratedRegex(
        """\G(?:'(?<string>(?:[^']|'')*)'|(?<guid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})|(?<instant>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)|(?<number>-?\d+(?:\.\d+)?)(?![\w-])|(?<word>[A-Za-z_][\w./]*)|[()\[\],=]|\s+)""")]
    private static partial Regex Piece();
}
