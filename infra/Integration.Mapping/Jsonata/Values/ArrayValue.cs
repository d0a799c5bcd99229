namespace Integration.Mapping.Jsonata.Values;

/// <summary>
/// An array. A C# null item is <i>undefined</i>; it stands only in the one-item sequence that carries an undefined context.
/// </summary>
internal sealed class ArrayValue
{
    public ArrayValue(int capacity = 4) => Items = new List<object?>(capacity);

    private ArrayValue(List<object?> items) => Items = items;

    public List<object?> Items { get; }

    /// <summary>Made by a path, so that one item stands for itself and none for undefined.</summary>
    public bool IsSequence { get; private init; }

    /// <summary>One item stays an array (<c>[]</c> after a step).</summary>
    public bool KeepSingleton { get; set; }

    /// <summary>Made by an array constructor as a step of a path, so that it is not flattened into the path.</summary>
    public bool IsConstructed { get; set; }

    /// <summary>The whole input, an array, wrapped so that it is one item.</summary>
    public bool IsOuterWrapper { get; init; }

    public int Count => Items.Count;

    public object? this[int index] => Items[index];

    public static ArrayValue Sequence(int capacity = 4) => new(capacity) { IsSequence = true };

    public static ArrayValue SequenceOf(object? item)
    {
        var sequence = Sequence(1);
        sequence.Items.Add(item);
        return sequence;
    }

    public static ArrayValue Of(IEnumerable<object?> items) => new([.. items]);

    public ArrayValue AsSequence() => new([.. Items]) { IsSequence = true };

    public void Add(object? item) => Items.Add(item);

    /// <summary>Adds the items of an array, or the one value.</summary>
    public void Append(object? value)
    {
        if (value is ArrayValue array)
            Items.AddRange(array.Items);
        else
            Items.Add(value);
    }
}
