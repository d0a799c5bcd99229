using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Functions that take functions. A function is handed value, position and whole as far as it has parameters.</summary>
internal static class HigherOrder
{
    public static object? Call(Function function, object? value, object? key, object? whole, Frame frame)
    {
        object?[] arguments = function.Arity switch
        {
            <= 1 => [value],
            2 => [value, key],
            _ => [value, key, whole],
        };
        return Sequences.Unwrap(Calls.Apply(function, arguments, null, frame));
    }

    public static object? Map(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue array)
            return null;
        var result = ArrayValue.Sequence(array.Count);
        for (var i = 0; i < array.Count; i++)
        {
            if (Call((Function)a[1]!, array[i], (decimal)i, array, frame) is { } value)
                result.Add(value);
        }

        return result;
    }

    public static object? Filter(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue array)
            return null;
        var result = ArrayValue.Sequence();
        for (var i = 0; i < array.Count; i++)
        {
            if (Truth.IsTrue(Call((Function)a[1]!, array[i], (decimal)i, array, frame), frame.Run))
                result.Add(array[i]);
        }

        return result;
    }

    public static object? Single(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue array)
            return null;
        var matches = new List<object?>();
        for (var i = 0; i < array.Count; i++)
        {
            if (a[1] is not Function test || Truth.IsTrue(Call(test, array[i], (decimal)i, array, frame), frame.Run))
                matches.Add(array[i]);
        }

        return matches.Count switch
        {
            1 => matches[0],
            0 => throw new JsonataException("D3139"),
            _ => throw new JsonataException("D3138"),
        };
    }

    public static object? Reduce(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue array)
            return null;
        var function = (Function)a[1]!;
        if (function.Arity < 2)
            throw new JsonataException("D3050");
        var start = a[2] is null ? 1 : 0;
        var result = a[2] ?? (array.Count > 0 ? array[0] : null);
        for (var i = start; i < array.Count; i++)
        {
            object?[] arguments = function.Arity switch
            {
                2 => [result, array[i]],
                3 => [result, array[i], (decimal)i],
                _ => [result, array[i], (decimal)i, array],
            };
            result = Sequences.Unwrap(Calls.Apply(function, arguments, null, frame));
        }

        return result;
    }
}
