using System.Text;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Splits a filter into its words.</summary>
internal static class FilterLexer
{
    public static IReadOnlyList<Token> Read(string filter)
    {
        List<Token> tokens = [];
        var at = 0;
        while (at < filter.Length)
        {
            var letter = filter[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter is '(' or ')')
            {
                tokens.Add(new Token(letter == '(' ? TokenKind.Open : TokenKind.Close, letter.ToString()));
                at++;
            }
            else if (letter == '\'')
            {
                tokens.Add(new Token(TokenKind.Text, Quoted(filter, ref at)));
            }
            else if (char.IsLetter(letter) || letter == '_')
            {
                var name = Run(filter, ref at, each => char.IsLetterOrDigit(each) || each is '_' or '.' or '/');
                tokens.Add(at < filter.Length && filter[at] == '\'' ? new Token(TokenKind.Member, Quoted(filter, ref at), name) : new Token(TokenKind.Name, name));
            }
            else if (char.IsDigit(letter) || letter is '-' or '+')
            {
                tokens.Add(new Token(TokenKind.Literal, Run(filter, ref at, each => char.IsLetterOrDigit(each) || each is '-' or '+' or '.' or ':')));
            }
            else
            {
                throw FinanceFault.Query($"Syntax error: character '{letter}' is not valid at position {at} in '{filter}'.");
            }
        }

        tokens.Add(new Token(TokenKind.End, ""));
        return tokens;
    }

    private static string Run(string filter, ref int at, Func<char, bool> goesOn)
    {
        var start = at++;
        while (at < filter.Length && goesOn(filter[at]))
        {
            at++;
        }

        return filter[start..at];
    }

    private static string Quoted(string filter, ref int at)
    {
        var text = new StringBuilder();
        var start = at++;
        while (at < filter.Length)
        {
            if (filter[at] != '\'')
            {
                text.Append(filter[at++]);
            }
            else if (at + 1 < filter.Length && filter[at + 1] == '\'')
            {
                text.Append('\'');
                at += 2;
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw FinanceFault.Query($"There is an unterminated string literal at position {start} in '{filter}'.");
    }
}
