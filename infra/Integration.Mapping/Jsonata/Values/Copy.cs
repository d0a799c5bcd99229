using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>A deep copy, so that a transform never changes its input.</summary>
internal static class Copy
{
    public static object? Of(object? value, Run run)
    {
        Run.CheckStack();
        switch (value)
        {
            case ArrayValue array:
                run.Charge(array.Count);
                var items = new ArrayValue(array.Count);
                foreach (var item in array.Items)
                    items.Add(Of(item, run));
                return items;
            case ObjectValue source:
                run.Charge(source.Count);
                var copy = new ObjectValue(source.Count);
                foreach (var (name, member) in source.Members)
                    copy[name] = Of(member, run);
                return copy;
            default:
                return value;
        }
    }
}
