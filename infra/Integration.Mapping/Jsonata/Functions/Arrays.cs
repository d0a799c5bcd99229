using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Paths;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Functions on arrays.</summary>
internal static class Arrays
{
    public static object? Append(object?[] a, Frame frame) => Sequences.Concat(a[0], a[1], frame.Run);

    public static object? Reverse(object?[] a)
    {
        if (a[0] is not ArrayValue { Count: > 1 } array)
            return a[0];
        var items = array.Items.ToArray();
        Array.Reverse(items);
        return ArrayValue.Of(items);
    }

    public static object? Shuffle(object?[] a)
    {
        if (a[0] is not ArrayValue { Count: > 1 } array)
            return a[0];
        var items = array.Items.ToArray();
        Random.Shared.Shuffle(items);
        return ArrayValue.Of(items);
    }

    public static object? Distinct(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue { Count: > 1 } array)
            return a[0];
        var result = array.IsSequence ? ArrayValue.Sequence() : new ArrayValue();
        foreach (var item in array.Items)
        {
            if (!result.Items.Exists(known => IsSame(known, item, frame.Run)))
                result.Add(item);
        }

        return result;
    }

    public static object? Zip(object?[] a, Frame frame)
    {
        var arrays = a.Select(argument => argument as ArrayValue ?? new ArrayValue(0)).ToArray();
        var length = arrays.Min(array => array.Count);
        frame.Run.Charge((long)length * arrays.Length);
        var result = new ArrayValue(length);
        for (var i = 0; i < length; i++)
            result.Add(ArrayValue.Of(arrays.Select(array => array[i])));
        return result;
    }

    public static object? Sort(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue { Count: > 1 } array)
            return a[0];
        var order = a[1] is Function isAfter ? (left, right) => IsAfter(isAfter, left, right, frame) : NaturalOrder(array, frame.Run);
        var sorted = ArrayValue.Of(StableSort.Sort(array.Items, order));
        return array.IsSequence ? sorted.AsSequence() : sorted;
    }

    private static bool IsSame(object? left, object? right, Run run)
    {
        run.Step();
        return Equality.AreEqual(left, right, run);
    }

    private static int IsAfter(Function isAfter, object? left, object? right, Frame frame) =>
        Truth.IsTrue(Sequences.Unwrap(Calls.Apply(isAfter, [left, right], null, frame)), frame.Run) ? 1 : -1;

    private static Comparison<object?> NaturalOrder(ArrayValue array, Run run)
    {
        if (array.Items.TrueForAll(item => item is decimal))
            return (left, right) => Stepped(run, ((decimal)left!).CompareTo((decimal)right!));
        if (array.Items.TrueForAll(item => item is string))
            return (left, right) => Stepped(run, string.CompareOrdinal((string)left!, (string)right!));
        throw new JsonataException("D3070");
    }

    private static int Stepped(Run run, int order)
    {
        run.Step();
        return order;
    }
}
