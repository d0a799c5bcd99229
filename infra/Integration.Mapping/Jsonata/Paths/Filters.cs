using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>Predicates: by position, or by a condition on every item.</summary>
internal static class Filters
{
    public static object? At(object? input, int index)
    {
        if (input is TupleStream tuples)
        {
            var at = index < 0 ? tuples.Items.Count + index : index;
            return new TupleStream(at >= 0 && at < tuples.Items.Count ? [tuples.Items[at]] : []);
        }

        var items = Sequences.AsArray(input);
        var position = index < 0 ? items.Count + index : index;
        if (position < 0 || position >= items.Count || items[position] is not { } item)
            return ArrayValue.Sequence(0);
        return item is ArrayValue ? item : ArrayValue.SequenceOf(item);
    }

    public static object? Where(object? input, Eval condition, Frame frame)
    {
        if (input is TupleStream tuples)
            return WhereTuples(tuples, condition, frame);
        var items = Sequences.AsArray(input);
        var result = ArrayValue.Sequence();
        for (var i = 0; i < items.Count; i++)
        {
            frame.Run.Step();
            for (var times = Matches(condition(items[i], frame), i, items.Count, frame.Run); times > 0; times--)
                result.Add(items[i]);
        }

        frame.Run.Charge(result.Count);
        return result;
    }

    private static TupleStream WhereTuples(TupleStream tuples, Eval condition, Frame frame)
    {
        var result = new List<PathTuple>();
        for (var i = 0; i < tuples.Items.Count; i++)
        {
            frame.Run.Step();
            var tuple = tuples.Items[i];
            for (var times = Matches(condition(tuple.Item, tuple.FrameIn(frame)), i, tuples.Items.Count, frame.Run); times > 0; times--)
                result.Add(tuple);
        }

        return new TupleStream(result);
    }

    /// <summary>How often the item at this position is taken; a number, or an array of numbers, names positions.</summary>
    private static int Matches(object? condition, int index, int count, Run run)
    {
        switch (condition)
        {
            case decimal position:
                return IsAt(position, index, count) ? 1 : 0;
            case ArrayValue { Count: > 0 } positions when positions.Items.TrueForAll(item => item is decimal):
                run.Step(positions.Count);
                return positions.Items.Count(item => IsAt((decimal)item!, index, count));
            default:
                return Truth.IsTrue(condition, run) ? 1 : 0;
        }
    }

    private static bool IsAt(decimal position, int index, int count)
    {
        var floor = decimal.Floor(position);
        return (floor < 0 ? floor + count : floor) == index;
    }
}
