using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Syntax;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Compilation;

internal sealed partial class Compiler
{
    private Eval Negate(NegateNode node)
    {
        var operand = Compile(node.Operand);
        return (input, frame) => operand(input, frame) switch
        {
            null => null,
            decimal number => -number,
            _ => throw new JsonataException("D1002", node.Position, "-"),
        };
    }

    private Eval Binary(BinaryNode node)
    {
        if (node.Operator == "~>")
            return Chain(node);
        var left = Compile(node.Left);
        var right = Compile(node.Right);
        switch (node.Operator)
        {
            case "and":
                return (input, frame) => Truth.Of(Truth.IsTrue(left(input, frame), frame.Run) && Truth.IsTrue(right(input, frame), frame.Run));
            case "or":
                return (input, frame) => Truth.Of(Truth.IsTrue(left(input, frame), frame.Run) || Truth.IsTrue(right(input, frame), frame.Run));
            case "?:":
                return (input, frame) => left(input, frame) is { } value && Truth.IsTrue(value, frame.Run) ? value : right(input, frame);
            case "??":
                return (input, frame) => left(input, frame) ?? right(input, frame);
            case "=":
                return (input, frame) => Truth.Of(AreEqual(left(input, frame), right(input, frame), frame.Run));
            case "!=":
                return (input, frame) => Truth.Of(AreDifferent(left(input, frame), right(input, frame), frame.Run));
        }

        var operate = Operators.For(node.Operator, node.Position);
        return (input, frame) =>
        {
            try
            {
                return operate(left(input, frame), right(input, frame), frame.Run);
            }
            catch (JsonataException failure) when (failure.Locate(node.Position, node.Operator))
            {
                throw;
            }
        };
    }

    private static bool AreEqual(object? left, object? right, Run run) => left is not null && right is not null && Equality.AreEqual(left, right, run);

    private static bool AreDifferent(object? left, object? right, Run run) =>
        left is not null && right is not null && !AreEqual(left, right, run);
}
