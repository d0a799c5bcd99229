namespace Integration.Mapping.Jsonata.Values;

/// <summary>An object; its members keep the order in which they were added.</summary>
internal sealed class ObjectValue
{
    public ObjectValue(int capacity = 4) => Members = new OrderedDictionary<string, object>(capacity, StringComparer.Ordinal);

    public OrderedDictionary<string, object> Members { get; }

    public int Count => Members.Count;

    /// <summary>The member, or undefined.</summary>
    public object? this[string name]
    {
        get => Members.TryGetValue(name, out var value) ? value : null;
        set
        {
            if (value is not null)
                Members[name] = value;
        }
    }
}
