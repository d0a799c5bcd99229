using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Syntax;

internal sealed partial class Parser
{
    private Node Infix(Node left, Token token)
    {
        switch (token.Text)
        {
            case "(":
                return Call(left, token);
            case "[":
                return Filter(left, token);
            case "{":
                return new GroupByNode(token.Position, left, Pairs());
            case "^":
                return OrderBy(left, token);
            case "?":
                return Condition(left, token);
            case "?:" or "??":
                return new BinaryNode(token.Position, token.Text, left, Expression(0));
            case ":=":
                return left is VariableNode variable
                    ? new BindNode(token.Position, variable.Name, Expression(9))
                    : throw new JsonataException("S0212", left.Position, TextOf(left));
            case "@" or "#":
                var right = Expression(Predicate);
                return right is VariableNode
                    ? new BinaryNode(token.Position, token.Text, left, right)
                    : throw new JsonataException("S0214", right.Position, token.Text);
            default:
                return new BinaryNode(token.Position, token.Text, left, Expression(BindingPower(token)));
        }
    }

    private ConditionNode Condition(Node left, Token token)
    {
        var then = Expression(0);
        return new ConditionNode(token.Position, left, then, TryTake(":") ? Expression(0) : null);
    }

    private Node Filter(Node left, Token token)
    {
        if (TryTake("]"))
        {
            var step = left;
            while (step is BinaryNode { Operator: "[" } predicated)
                step = predicated.Left;
            step.KeepArray = true;
            return left;
        }

        var filter = Expression(0);
        Expect("]");
        return new BinaryNode(token.Position, "[", left, filter);
    }

    private OrderByNode OrderBy(Node left, Token token)
    {
        Expect("(");
        var terms = new List<SortTerm>();
        do
        {
            var descending = _token.Is(">");
            if (descending || _token.Is("<"))
                Take();
            terms.Add(new SortTerm(Expression(0), descending));
        }
        while (TryTake(","));
        Expect(")");
        return new OrderByNode(token.Position, left, terms);
    }

    private Node Call(Node left, Token token)
    {
        var arguments = new List<Node>();
        var isPartial = false;
        if (!_token.Is(")"))
        {
            do
            {
                if (_token.Is("?"))
                {
                    isPartial = true;
                    arguments.Add(new PlaceholderNode(Take().Position));
                }
                else
                {
                    arguments.Add(Expression(0));
                }
            }
            while (TryTake(","));
        }

        Expect(")");
        return left is NameNode { Name: "function" or "λ" }
            ? Lambda(left, arguments)
            : new CallNode(token.Position, left, arguments, isPartial);
    }

    private static string? TextOf(Node node) => node switch
    {
        NameNode name => name.Name,
        NumberNode number => NumberText.Of(number.Value),
        _ => null,
    };

    private LambdaNode Lambda(Node keyword, List<Node> arguments)
    {
        var parameters = new string[arguments.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = arguments[i] is VariableNode variable
                ? variable.Name
                : throw new JsonataException("S0208", arguments[i].Position, TextOf(arguments[i]));
        }

        string? signature = null;
        if (_token.Is("<"))
        {
            signature = _tokens.RestOfSignature(_token.Position);
            _token = _tokens.Next();
        }

        Expect("{");
        var body = Expression(0);
        Expect("}");
        return new LambdaNode(keyword.Position, parameters, signature, body);
    }
}
