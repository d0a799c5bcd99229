using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Functions on objects.</summary>
internal static class Objects
{
    public static object? TypeOf(object? value) => value switch
    {
        null => null,
        NullValue => "null",
        decimal => "number",
        string => "string",
        bool => "boolean",
        ArrayValue => "array",
        Function => "function",
        _ => "object",
    };

    public static object? Keys(object?[] a, Frame frame)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var result = ArrayValue.Sequence();
        Collect(a[0], names, result, frame.Run);
        return result;
    }

    public static object? Lookup(object?[] a, Frame frame) =>
        a[1] is string name ? Fields.Lookup(a[0], name, frame.Run) : null;

    public static object? Spread(object?[] a, Frame frame)
    {
        if (a[0] is not (ObjectValue or ArrayValue))
            return a[0];
        frame.Run.Step();
        Run.CheckStack();
        if (a[0] is ArrayValue array)
        {
            var all = array.Count == 0 ? ArrayValue.Sequence(0) : new ArrayValue();
            foreach (var item in array.Items)
                all.Append(Spread([item], frame));
            return all;
        }

        var result = ArrayValue.Sequence();
        frame.Run.Charge(((ObjectValue)a[0]!).Count);
        foreach (var (name, value) in ((ObjectValue)a[0]!).Members)
            result.Add(new ObjectValue(1) { [name] = value });
        return result;
    }

    public static object? Merge(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue array)
            return null;
        var result = new ObjectValue();
        foreach (var source in array.Items.OfType<ObjectValue>())
        {
            frame.Run.Charge(source.Count);
            foreach (var (name, value) in source.Members)
                result[name] = value;
        }

        return result;
    }

    public static object? Each(object?[] a, Frame frame)
    {
        if (a[0] is not ObjectValue source)
            return null;
        var result = ArrayValue.Sequence();
        foreach (var (name, value) in source.Members)
        {
            if (HigherOrder.Call((Function)a[1]!, value, name, source, frame) is { } item)
                result.Add(item);
        }

        return result;
    }

    public static object? Sift(object?[] a, Frame frame)
    {
        if (a[0] is not ObjectValue source)
            return null;
        var result = new ObjectValue();
        foreach (var (name, value) in source.Members)
        {
            if (Truth.IsTrue(a[1] is Function test ? HigherOrder.Call(test, value, name, source, frame) : value, frame.Run))
                result[name] = value;
        }

        return result.Count == 0 ? null : result;
    }

    private static void Collect(object? value, HashSet<string> names, ArrayValue result, Run run)
    {
        run.Step();
        Run.CheckStack();
        if (value is ObjectValue members)
        {
            foreach (var (name, _) in members.Members)
            {
                if (names.Add(name))
                    result.Add(name);
            }
        }
        else if (value is ArrayValue array)
        {
            foreach (var item in array.Items)
                Collect(item, names, result, run);
        }
    }
}
