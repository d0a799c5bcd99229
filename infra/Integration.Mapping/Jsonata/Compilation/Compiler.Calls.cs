using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Functions;
using Integration.Mapping.Jsonata.Regexes;
using Integration.Mapping.Jsonata.Syntax;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Compilation;

internal sealed partial class Compiler
{
    private delegate (Function Function, object?[] Arguments) Prepare(object? input, Frame frame, object? first);

    private static string? TokenOf(Node procedure) => procedure switch
    {
        VariableNode variable => variable.Name,
        PathNode { Steps: [NameNode name, ..] } => name.Name,
        NumberNode number => NumberText.Of(number.Value),
        StringNode text => text.Text,
        _ => null,
    };

    private Eval Call(CallNode node)
    {
        var prepare = PrepareCall(node, hasFirst: false);
        var token = TokenOf(node.Procedure);
        return (input, frame) => Apply(prepare, input, frame, null, node.Position, token);
    }

    private static object? Apply(Prepare prepare, object? input, Frame frame, object? first, int position, string? token)
    {
        var (function, arguments) = prepare(input, frame, first);
        try
        {
            return Calls.Apply(function, arguments, Unwrapped(input), frame);
        }
        catch (JsonataException failure) when (failure.Locate(position, token))
        {
            throw;
        }
    }

    private Prepare PrepareCall(CallNode node, bool hasFirst)
    {
        var procedure = Compile(node.Procedure);
        var arguments = node.Arguments.ConvertAll(Compile).ToArray();
        var token = TokenOf(node.Procedure);
        var isPath = node.Procedure is PathNode;
        var offset = hasFirst ? 1 : 0;
        return (input, frame, first) =>
        {
            if (procedure(input, frame) is not Function function)
                throw NotAFunction(frame, isPath, token, node.Position, "T1005", "T1006");
            var values = new object?[arguments.Length + offset];
            if (hasFirst)
                values[0] = first;
            for (var i = 0; i < arguments.Length; i++)
                values[i + offset] = arguments[i](input, frame);
            return (function, values);
        };
    }

    private static JsonataException NotAFunction(Frame frame, bool isPath, string? token, int position, string known, string unknown)
    {
        var forgotDollar = isPath && token is not null && (frame.TryLookup(token, out _) || Library.Find(token) is not null);
        return new JsonataException(forgotDollar ? known : unknown, position, token);
    }

    private Eval Partial(CallNode node)
    {
        var procedure = Compile(node.Procedure);
        var open = node.Arguments.ConvertAll(argument => argument is PlaceholderNode).ToArray();
        var arguments = node.Arguments.ConvertAll(argument => argument is PlaceholderNode ? (_, _) => null : Compile(argument)).ToArray();
        var token = TokenOf(node.Procedure);
        return (input, frame) =>
        {
            if (procedure(input, frame) is not Function function)
                throw NotAFunction(frame, node.Procedure is PathNode, token, node.Position, "T1007", "T1008");
            return new PartialFunction(function, System.Array.ConvertAll(arguments, argument => argument(input, frame)), open);
        };
    }

    private Eval Chain(BinaryNode node)
    {
        var left = Compile(node.Left);
        if (node.Right is CallNode { IsPartial: false } call)
        {
            var prepare = PrepareCall(call, hasFirst: true);
            var token = TokenOf(call.Procedure);
            return Finish(call, (input, frame) => Apply(prepare, input, frame, left(input, frame), call.Position, token));
        }

        var right = Compile(node.Right);
        return (input, frame) =>
        {
            var value = left(input, frame);
            if (right(input, frame) is not Function function)
                throw new JsonataException("T2006", node.Position, "~>");
            return value is Function first
                ? new ComposedFunction(first, function)
                : Calls.Apply(function, [value], null, frame);
        };
    }

    private Eval Lambda(LambdaNode node)
    {
        var body = Tail(node.Body);
        var signature = node.Signature is null ? null : Signature.Parse(node.Signature, node.Position);
        var parameters = node.Parameters;
        return (input, frame) => new Lambda(parameters, signature, body, input, frame);
    }

    /// <summary>The body of a function: a call in its last position is handed back instead of made.</summary>
    private Eval Tail(Node node)
    {
        if (node.Predicates is not null || node.Group is not null || node.KeepArray)
            return Compile(node);
        switch (node)
        {
            case CallNode { IsPartial: false } call:
                var prepare = PrepareCall(call, hasFirst: false);
                var token = TokenOf(call.Procedure);
                return (input, frame) =>
                {
                    var (function, arguments) = prepare(input, frame, null);
                    return new TailCall(function, arguments, Unwrapped(input), call.Position, token);
                };
            case ConditionNode condition:
                return Condition(condition, Tail);
            case BlockNode block:
                return Block(block, Tail);
            default:
                return Compile(node);
        }
    }

    private Eval Regex(RegexNode node)
    {
        var function = new RegexFunction(EcmaRegex.Create(node.Pattern, node.IgnoreCase, node.Multiline, limits.RegexTimeout, node.Position));
        return (_, _) => function;
    }

    private Eval Transform(TransformNode node)
    {
        var pattern = Compile(node.Pattern);
        var update = Compile(node.Update);
        var delete = node.Delete is null ? null : Compile(node.Delete);
        return (_, frame) => new TransformFunction(pattern, update, delete, frame, node.Position);
    }
}
