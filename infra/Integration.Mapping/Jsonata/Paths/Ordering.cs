using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>Puts items in order by keys that are all numbers or all strings; items without a key come last. Stable.</summary>
internal sealed class Ordering(OrderingTerm[] terms, int position)
{
    public ArrayValue Sort(ArrayValue items, Frame frame)
    {
        var keyed = items.Items.ConvertAll(item => (Item: item, Keys: KeysOf(item, frame)));
        var result = ArrayValue.Sequence(keyed.Count);
        foreach (var (item, _) in Sorted(keyed, frame.Run))
            result.Add(item);
        return result;
    }

    public List<PathTuple> Sort(List<PathTuple> tuples, Frame frame)
    {
        var keyed = tuples.ConvertAll(tuple => (Item: tuple, Keys: KeysOf(tuple.Item, tuple.FrameIn(frame))));
        return Sorted(keyed, frame.Run).ConvertAll(entry => entry.Item);
    }

    private object?[] KeysOf(object? item, Frame frame)
    {
        frame.Run.Step();
        return Array.ConvertAll(terms, term => term.Key(item, frame));
    }

    private List<(T Item, object?[] Keys)> Sorted<T>(List<(T Item, object?[] Keys)> keyed, Run run) =>
        StableSort.Sort(keyed, (left, right) =>
        {
            run.Step();
            return Compare(left.Keys, right.Keys);
        });

    private int Compare(object?[] left, object?[] right)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            var order = CompareKeys(left[i], right[i], terms[i].Descending);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private int CompareKeys(object? left, object? right, bool descending)
    {
        if (left is null || right is null)
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        if (left is not (string or decimal) || right is not (string or decimal))
            throw new JsonataException("T2008", position, "^");
        var order = (left, right) switch
        {
            (decimal a, decimal b) => a.CompareTo(b),
            (string a, string b) => string.CompareOrdinal(a, b),
            _ => throw new JsonataException("T2007", position, "^"),
        };
        return descending ? -order : order;
    }
}
