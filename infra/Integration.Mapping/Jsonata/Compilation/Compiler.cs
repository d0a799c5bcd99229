using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Functions;
using Integration.Mapping.Jsonata.Paths;
using Integration.Mapping.Jsonata.Syntax;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Compilation;

/// <summary>Turns shaped nodes into delegates, once; evaluating never looks at a node again.</summary>
internal sealed partial class Compiler(JsonataLimits limits)
{
    private const int NestingBetweenStackChecks = 24;
    private int _depth;

    public Eval Compile(Node node)
    {
        Run.CheckStack();
        var checksStack = ++_depth % NestingBetweenStackChecks == 0;
        var result = Finish(node, Core(node));
        _depth--;
        return checksStack ? WithStackCheck(result) : result;
    }

    private static Eval WithStackCheck(Eval inner) => (input, frame) =>
    {
        Run.CheckStack();
        return inner(input, frame);
    };

    private Eval Core(Node node) => node switch
    {
        PathNode path => Path(path),
        NameNode name => Name(name.Name),
        StringNode text => Constant(text.Text),
        NumberNode number => Constant(number.Value),
        ConstantNode constant => Constant(constant.Value),
        VariableNode variable => Variable(variable.Name),
        ParentNode parent => Variable(parent.Slot.Label),
        RegexNode regex => Regex(regex),
        WildcardNode => (input, frame) => Fields.Wildcard(input, frame.Run),
        DescendantNode => (input, frame) => Sequences.Unwrap(Fields.Descendants(Unwrapped(input), frame.Run)),
        ArrayNode array => Array(array),
        ObjectNode source => Group(new GroupClause(source.Pairs, source.Position)),
        NegateNode negate => Negate(negate),
        BinaryNode binary => Binary(binary),
        BindNode bind => Bind(bind),
        ConditionNode condition => Condition(condition, Compile),
        BlockNode block => Block(block, Compile),
        CallNode { IsPartial: true } partial => Partial(partial),
        CallNode call => Call(call),
        LambdaNode lambda => Lambda(lambda),
        TransformNode transform => Transform(transform),
        _ => throw new JsonataException("S0211", node.Position),
    };

    /// <summary>What follows every node: predicates, grouping, and the sequence rules.</summary>
    private Eval Finish(Node node, Eval core)
    {
        var result = core;
        foreach (var stage in node.Predicates ?? [])
            result = Filtered(result, Filter(stage.Filter!));
        if (node.Group is not null && node is not PathNode)
        {
            var ungrouped = result;
            var group = Group(node.Group);
            result = (input, frame) => group(ungrouped(input, frame), frame);
        }

        if (node.KeepArray)
            return (input, frame) => Sequences.Keep(result(input, frame));
        return result == core && node is StringNode or NumberNode or ConstantNode or NegateNode or ObjectNode or LambdaNode
            ? core
            : (input, frame) => Sequences.Unwrap(result(input, frame));
    }

    private static Eval Filtered(Eval source, Filter filter) => (input, frame) => filter(source(input, frame), frame);

    private static Eval Constant(object value) => (_, _) => value;

    private static Eval Name(string name) => (input, frame) => Fields.Lookup(input, name, frame.Run);

    private static object? Unwrapped(object? input) =>
        input is ArrayValue { IsOuterWrapper: true } wrapper ? wrapper[0] : input;

    private static Eval Variable(string name)
    {
        if (name.Length == 0)
            return (input, _) => Unwrapped(input);
        var builtIn = Library.Find(name);
        return (_, frame) => frame.TryLookup(name, out var value) ? value : builtIn;
    }

    private Eval Bind(BindNode node)
    {
        var value = Compile(node.Value);
        var name = node.Name;
        return (input, frame) =>
        {
            var result = value(input, frame);
            frame.Bind(name, result);
            return result;
        };
    }

    private Eval Condition(ConditionNode node, Func<Node, Eval> branch)
    {
        var condition = Compile(node.Condition);
        var then = branch(node.Then);
        var otherwise = node.Otherwise is null ? (_, _) => null : branch(node.Otherwise);
        return (input, frame) => Truth.IsTrue(condition(input, frame), frame.Run) ? then(input, frame) : otherwise(input, frame);
    }

    private Eval Block(BlockNode node, Func<Node, Eval> last)
    {
        if (node.Expressions.Count == 0)
            return (_, _) => null;
        var parts = new Eval[node.Expressions.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = i == parts.Length - 1 ? last(node.Expressions[i]) : Compile(node.Expressions[i]);
        if (parts.Length == 1 && node.Expressions[0] is not BindNode)
            return parts[0];
        return (input, frame) =>
        {
            var inner = new Frame(frame);
            for (var i = 0; i < parts.Length - 1; i++)
                parts[i](input, inner);
            return parts[^1](input, inner);
        };
    }

    private Eval Array(ArrayNode node)
    {
        var items = node.Items.ConvertAll(item => (Eval: Compile(item), IsArray: item is ArrayNode));
        var isConstructed = node.ConsArray;
        return (input, frame) =>
        {
            var result = new ArrayValue(items.Count) { IsConstructed = isConstructed };
            foreach (var (eval, isArray) in items)
            {
                var value = eval(input, frame);
                if (value is null)
                    continue;
                frame.Run.Charge(value is ArrayValue { Count: var count } ? count : 1);
                if (isArray)
                    result.Add(value);
                else
                    result.Append(value);
            }

            return result;
        };
    }
}
