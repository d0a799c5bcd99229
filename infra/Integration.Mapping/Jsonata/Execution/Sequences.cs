using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>The rules of sequences: none is undefined, one is itself.</summary>
internal static class Sequences
{
    public static object? Unwrap(object? value)
    {
        if (value is not ArrayValue { IsSequence: true } sequence)
            return value;
        return sequence.Count switch
        {
            0 => null,
            1 => sequence.KeepSingleton ? sequence : sequence[0],
            _ => sequence,
        };
    }

    /// <summary>As <see cref="Unwrap"/>, but one item stays an array.</summary>
    public static object? Keep(object? value)
    {
        if (value is not ArrayValue { IsSequence: true } sequence)
            return value;
        if (sequence is { Count: 1, KeepSingleton: false })
        {
            sequence = ArrayValue.SequenceOf(sequence[0]);
            sequence.KeepSingleton = true;
        }

        return Unwrap(sequence);
    }

    public static ArrayValue AsArray(object? value) => value as ArrayValue ?? ArrayValue.SequenceOf(value);

    /// <summary>Both values in one array; undefined adds nothing.</summary>
    public static object? Concat(object? left, object? right, Run run)
    {
        if (left is null)
            return right;
        if (right is null)
            return left;
        var result = new ArrayValue();
        result.Append(left);
        result.Append(right);
        run.Charge(result.Count);
        return result;
    }
}
