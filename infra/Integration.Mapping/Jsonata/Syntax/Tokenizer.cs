using System.Globalization;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>Cuts the text into tokens.</summary>
internal sealed class Tokenizer(string text)
{
    private const string WhiteSpace = " \t\n\r\v";
    private const string Signs = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static readonly string[] DoubleSigns = ["..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"];
    private int _at;
    private bool _afterOperand;

    /// <param name="afterOperand">
    /// The token before stands for a value although its text alone does not tell: <c>*</c>, <c>**</c> and <c>%</c> as steps.
    /// </param>
    public Token Next(bool afterOperand = false)
    {
        _afterOperand |= afterOperand;
        SkipSpaceAndComments();
        var token = Scan();
        _afterOperand = token.EndsOperand;
        return token;
    }

    /// <summary>The text from a <c>&lt;</c> just read to the <c>&gt;</c> that closes it.</summary>
    public string RestOfSignature(int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length && text[i] != '{'; i++)
        {
            depth += text[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0)
            {
                _at = i + 1;
                _afterOperand = true;
                return text[start.._at];
            }
        }

        var end = text.IndexOf('{', start);
        throw end < 0 ? new JsonataException("S0203", text.Length, "(end)") : new JsonataException("S0202", end, "{");
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private void SkipSpaceAndComments()
    {
        while (_at < text.Length)
        {
            if (WhiteSpace.Contains(text[_at], StringComparison.Ordinal))
            {
                _at++;
            }
            else if (Peek() == '/' && Peek(1) == '*')
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end >= 0 ? end + 2 : throw new JsonataException("S0106", _at);
            }
            else
            {
                return;
            }
        }
    }

    private Token Scan()
    {
        if (_at >= text.Length)
            return new Token(TokenKind.End, "(end)", text.Length);
        var c = text[_at];
        if (c == '/' && !_afterOperand)
            return ScanRegex();
        if (c is '"' or '\'')
            return ScanText(c);
        if (char.IsAsciiDigit(c))
            return ScanNumber();
        if (c == '`')
            return ScanQuotedName();
        return Signs.Contains(c, StringComparison.Ordinal) ? ScanSign() : ScanWord();
    }

    private Token ScanSign()
    {
        var start = _at;
        var pair = _at + 1 < text.Length ? text.Substring(_at, 2) : string.Empty;
        var sign = Array.IndexOf(DoubleSigns, pair) >= 0 ? pair : text[_at].ToString();
        if (sign == "!")
            throw new JsonataException("S0204", start, sign);
        _at += sign.Length;
        return new Token(TokenKind.Operator, sign, start);
    }

    private Token ScanText(char quote)
    {
        var start = _at++;
        var result = new System.Text.StringBuilder();
        for (; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == quote)
            {
                _at++;
                return new Token(TokenKind.Text, result.ToString(), start);
            }

            result.Append(c == '\\' ? Escaped() : c);
        }

        throw new JsonataException("S0101", start);
    }

    private char Escaped()
    {
        _at++;
        switch (Peek())
        {
            case '"' or '\\' or '/':
                return Peek();
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var digits = text.AsSpan(_at + 1, Math.Min(4, text.Length - _at - 1));
                if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    throw new JsonataException("S0104", _at);
                _at += 4;
                return (char)code;
            default:
                throw new JsonataException("S0103", _at, Peek().ToString());
        }
    }

    private Token ScanNumber()
    {
        var start = _at;
        if (Peek() == '0')
            _at++;
        else
            SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            _at += 2;
            SkipDigits();
        }

        var digits = text[start.._at];
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new Token(TokenKind.Number, digits, start, NumberText.Normal(value))
            : throw new JsonataException("S0102", start, digits);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
            _at++;
    }

    private Token ScanQuotedName()
    {
        var start = _at;
        var end = text.IndexOf('`', _at + 1);
        if (end < 0)
            throw new JsonataException("S0105", text.Length);
        _at = end + 1;
        return new Token(TokenKind.Name, text[(start + 1)..end], start);
    }

    private Token ScanWord()
    {
        var start = _at;
        while (_at < text.Length
            && !WhiteSpace.Contains(text[_at], StringComparison.Ordinal)
            && !Signs.Contains(text[_at], StringComparison.Ordinal))
            _at++;
        var word = text[start.._at];
        if (word[0] == '$')
            return new Token(TokenKind.Variable, word[1..], start);
        return word switch
        {
            "and" or "or" or "in" => new Token(TokenKind.Operator, word, start),
            "true" => new Token(TokenKind.Constant, word, start, Truth.True),
            "false" => new Token(TokenKind.Constant, word, start, Truth.False),
            "null" => new Token(TokenKind.Constant, word, start, NullValue.Instance),
            _ => new Token(TokenKind.Name, word, start),
        };
    }

    private Token ScanRegex()
    {
        var start = _at++;
        var depth = 0;
        for (; _at < text.Length; _at++)
        {
            switch (text[_at])
            {
                case '\\':
                    _at++;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '/' when depth == 0:
                    return EndOfRegex(start);
            }
        }

        throw new JsonataException("S0302", start);
    }

    private Token EndOfRegex(int start)
    {
        var pattern = text[(start + 1).._at];
        if (pattern.Length == 0)
            throw new JsonataException("S0301", start);
        var flags = ++_at;
        while (Peek() is 'i' or 'm')
            _at++;
        return new Token(TokenKind.Regex, pattern, start, text[flags.._at]);
    }
}
