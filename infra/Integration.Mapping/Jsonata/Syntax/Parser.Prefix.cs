namespace Integration.Mapping.Jsonata.Syntax;

internal sealed partial class Parser
{
    private Node Prefix(Token token) => token.Kind switch
    {
        TokenKind.Name => new NameNode(token.Position, token.Text),
        TokenKind.Variable => new VariableNode(token.Position, token.Text),
        TokenKind.Text => new StringNode(token.Position, token.Text),
        TokenKind.Number => new NumberNode(token.Position, (decimal)token.Value!),
        TokenKind.Constant => new ConstantNode(token.Position, token.Value!),
        TokenKind.Regex => Regex(token),
        TokenKind.End => throw new JsonataException(_open > 0 ? "S0203" : "S0207", token.Position, token.Text),
        _ => PrefixSign(token),
    };

    private static RegexNode Regex(Token token)
    {
        var flags = (string)token.Value!;
        return new RegexNode(
            token.Position, token.Text, flags.Contains('i', StringComparison.Ordinal), flags.Contains('m', StringComparison.Ordinal));
    }

    private Node PrefixSign(Token token)
    {
        switch (token.Text)
        {
            case "-":
                return new NegateNode(token.Position, Expression(70));
            case "*":
                return new WildcardNode(token.Position);
            case "**":
                return new DescendantNode(token.Position);
            case "%":
                return new ParentNode(token.Position);
            case "and" or "or" or "in":
                return new NameNode(token.Position, token.Text);
            case "(":
                return Block(token);
            case "[":
                return Array(token);
            case "{":
                return new ObjectNode(token.Position, Pairs());
            case "|":
                return Transform(token);
            default:
                throw new JsonataException("S0211", token.Position, token.Text);
        }
    }

    private BlockNode Block(Token token)
    {
        var expressions = new List<Node>();
        while (!_token.Is(")"))
        {
            expressions.Add(Expression(0));
            if (!TryTake(";"))
                break;
        }

        Expect(")");
        return new BlockNode(token.Position, expressions);
    }

    private ArrayNode Array(Token token)
    {
        var items = new List<Node>();
        if (!_token.Is("]"))
        {
            do
            {
                var item = Expression(0);
                var sign = _token;
                if (TryTake(".."))
                    item = new BinaryNode(sign.Position, "..", item, Expression(0));
                items.Add(item);
            }
            while (TryTake(","));
        }

        Expect("]");
        return new ArrayNode(token.Position, items);
    }

    private List<(Node Key, Node Value)> Pairs()
    {
        var pairs = new List<(Node, Node)>();
        if (!_token.Is("}"))
        {
            do
            {
                var key = Expression(0);
                Expect(":");
                pairs.Add((key, Expression(0)));
            }
            while (TryTake(","));
        }

        Expect("}");
        return pairs;
    }

    private TransformNode Transform(Token token)
    {
        _open++;
        var pattern = Expression(0);
        Expect("|");
        var update = Expression(0);
        var delete = TryTake(",") ? Expression(0) : null;
        Expect("|");
        _open--;
        return new TransformNode(token.Position, pattern, update, delete);
    }
}
