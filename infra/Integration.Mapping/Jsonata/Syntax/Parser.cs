namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>
/// Reads the tokens by operator precedence (the binding powers of https://docs.jsonata.org/expressions) into nodes.
/// </summary>
internal sealed partial class Parser
{
    private const int Dot = 75;
    private const int Predicate = 80;
    private readonly Tokenizer _tokens;
    private readonly JsonataLimits _limits;
    private Token _token;
    private int _height;
    private int _open;

    private Parser(string text, JsonataLimits limits)
    {
        _tokens = new Tokenizer(text);
        _limits = limits;
        _token = _tokens.Next();
    }

    public static Node Parse(string text, JsonataLimits limits)
    {
        if (text.Length > limits.MaxExpressionLength)
            throw new JsonataException("U1001");
        var parser = new Parser(text, limits);
        var node = parser.Expression(0);
        return parser._token.Kind == TokenKind.End
            ? node
            : throw new JsonataException("S0201", parser._token.Position, parser._token.Text);
    }

    private static int BindingPower(Token token) => token.Kind != TokenKind.Operator ? 0 : token.Text switch
    {
        "[" or "(" or "@" or "#" => Predicate,
        "." => Dot,
        "{" => 70,
        "*" or "/" or "%" => 60,
        "+" or "-" or "&" => 50,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "^" or "~>" or "in" or "?:" or "??" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    };

    private Node Expression(int power)
    {
        Execution.Run.CheckStack();
        var outside = _height;
        _height = 0;
        var left = Prefix(Take(isPrefix: true));
        Grow();
        while (power < BindingPower(_token))
        {
            var height = _height;
            left = Infix(left, Take());
            _height = Math.Max(height, _height);
            Grow();
        }

        _height = Math.Max(outside, _height);
        return left;
    }

    private void Grow()
    {
        if (++_height > _limits.MaxNesting)
            throw new JsonataException("U1001", _token.Position);
    }

    private Token Take(bool isPrefix = false)
    {
        var token = _token;
        if (token.Kind == TokenKind.Operator)
            _open += token.Text switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };
        _token = _tokens.Next(isPrefix && token.Kind == TokenKind.Operator && token.Text is ("*" or "**" or "%" or "and" or "or" or "in"));
        return token;
    }

    private bool TryTake(string sign)
    {
        if (!_token.Is(sign))
            return false;
        Take();
        return true;
    }

    private void Expect(string sign)
    {
        if (!TryTake(sign))
            throw new JsonataException(_token.Kind == TokenKind.End ? "S0203" : "S0202", _token.Position, _token.Text);
    }
}
