using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>The object constructor: groups the items by key, then evaluates each value over its group.</summary>
internal sealed class Grouping(GroupPair[] pairs, int position)
{
    private readonly bool _areKeysDistinct =
        Array.TrueForAll(pairs, pair => pair.Name is not null) && pairs.DistinctBy(pair => pair.Name, StringComparer.Ordinal).Count() == pairs.Length;

    public object? Evaluate(object? input, Frame frame)
    {
        frame.Run.Charge(pairs.Length);
        return input switch
        {
            TupleStream tuples => OfTuples(tuples, frame),
            ArrayValue items => OfItems(items, frame),
            _ => OfOne(input, frame),
        };
    }

    private ObjectValue OfOne(object? input, Frame frame)
    {
        var result = new ObjectValue(pairs.Length);
        HashSet<string>? seen = null;
        foreach (var pair in pairs)
        {
            if ((pair.Name ?? KeyOf(pair.Key(input, frame))) is not { } key)
                continue;
            if (!_areKeysDistinct && pairs.Length > 1 && !(seen ??= []).Add(key))
                throw new JsonataException("D1009", position);
            result[key] = pair.Value(input, frame);
        }

        return result;
    }

    private ObjectValue OfItems(ArrayValue items, Frame frame)
    {
        if (items.Count == 0)
            return OfOne(null, frame);
        var groups = new OrderedDictionary<string, (int Pair, object? Value)>(StringComparer.Ordinal);
        foreach (var item in items.Items)
        {
            frame.Run.Step();
            for (var i = 0; i < pairs.Length; i++)
            {
                if (KeyOf(pairs[i].Key(item, frame)) is { } key)
                    groups[key] = (i, groups.TryGetValue(key, out var group) ? Added(group, i, item, frame.Run) : item);
            }
        }

        var result = new ObjectValue(groups.Count);
        foreach (var (key, group) in groups)
            result[key] = pairs[group.Pair].Value(group.Value is Members members ? members.Array : group.Value, frame);
        return result;
    }

    private Members Added((int Pair, object? Value) group, int pair, object? item, Run run)
    {
        run.Charge(item is ArrayValue { Count: var count } ? count : 1);
        if (group.Pair != pair)
            throw new JsonataException("D1009", position);
        var members = group.Value as Members ?? new Members(group.Value);
        members.Array.Append(item);
        return members;
    }

    private ObjectValue OfTuples(TupleStream tuples, Frame frame)
    {
        var groups = new OrderedDictionary<string, (int Pair, List<PathTuple> Tuples)>(StringComparer.Ordinal);
        foreach (var tuple in tuples.Items)
        {
            frame.Run.Step();
            for (var i = 0; i < pairs.Length; i++)
            {
                if (KeyOf(pairs[i].Key(tuple.Item, tuple.FrameIn(frame))) is not { } key)
                    continue;
                if (!groups.TryGetValue(key, out var group))
                    groups[key] = group = (i, []);
                if (group.Pair != i)
                    throw new JsonataException("D1009", position);
                group.Tuples.Add(tuple);
            }
        }

        var result = new ObjectValue(groups.Count);
        foreach (var (key, group) in groups)
        {
            var reduced = Reduced(group.Tuples, frame.Run);
            result[key] = pairs[group.Pair].Value(reduced.Item, reduced.FrameIn(frame));
        }

        return result;
    }

    /// <summary>One tuple in which every variable, and the item, holds the values of all.</summary>
    private static PathTuple Reduced(List<PathTuple> tuples, Run run)
    {
        var result = tuples[0];
        foreach (var tuple in tuples.Skip(1))
        {
            var item = Sequences.Concat(result.Item, tuple.Item, run);
            for (var i = 0; i < tuple.Names.Length; i++)
            {
                var at = Array.IndexOf(result.Names, tuple.Names[i]);
                var before = at < 0 ? null : result.Values[at];
                result = result.With(tuple.Names[i], Sequences.Concat(before, tuple.Values[i], run));
            }

            result = result.WithItem(item);
        }

        return result;
    }

    private string? KeyOf(object? key) => key switch
    {
        null => null,
        string text => text,
        _ => throw new JsonataException("T1003", position),
    };

    /// <summary>The items of a group of more than one, told apart from an item that is an array itself.</summary>
    private sealed class Members
    {
        public Members(object? first) => Array.Append(first);

        public ArrayValue Array { get; } = ArrayValue.Sequence();
    }
}
