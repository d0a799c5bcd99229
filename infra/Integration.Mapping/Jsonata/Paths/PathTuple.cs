using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>An item of a path with the variables that its steps have bound on the way to it.</summary>
internal sealed class PathTuple(object? item, string[] names, object?[] values)
{
    public object? Item => item;

    public string[] Names => names;

    public object?[] Values => values;

    public PathTuple WithItem(object? other) => new(other, names, values);

    public PathTuple With(string name, object? value)
    {
        var index = Array.IndexOf(names, name);
        if (index < 0)
            return new PathTuple(item, [.. names, name], [.. values, value]);
        var changed = (object?[])values.Clone();
        changed[index] = value;
        return new PathTuple(item, names, changed);
    }

    public Frame FrameIn(Frame outer) => names.Length == 0 ? outer : new Frame(outer, names, [.. values]);
}
