using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>Steps over items that carry variables (<c>@</c>, <c>#</c>, <c>%</c>).</summary>
internal static class TupleSteps
{
    public static List<PathTuple> Map(Step step, List<PathTuple> tuples, Frame frame)
    {
        var result = step.Sort is null ? Expand(step, tuples, frame) : Sorted(step, tuples, frame);
        var stream = new TupleStream(result);
        foreach (var stage in step.Stages)
        {
            if (stage.Filter is not null)
                stream = (TupleStream)stage.Filter(stream, frame)!;
            else
                stream = new TupleStream(Numbered(stream.Items, stage.Index!));
        }

        return stream.Items;
    }

    private static List<PathTuple> Sorted(Step step, List<PathTuple> tuples, Frame frame)
    {
        var sorted = step.Sort!.Sort(tuples, frame);
        return step.Index is null ? sorted : Numbered(sorted, step.Index);
    }

    private static List<PathTuple> Numbered(List<PathTuple> tuples, string name)
    {
        var result = new List<PathTuple>(tuples.Count);
        for (var i = 0; i < tuples.Count; i++)
            result.Add(tuples[i].With(name, (decimal)i));
        return result;
    }

    private static List<PathTuple> Expand(Step step, List<PathTuple> tuples, Frame frame)
    {
        var result = new List<PathTuple>(tuples.Count);
        foreach (var tuple in tuples)
        {
            frame.Run.Step();
            switch (step.Eval(tuple.Item, tuple.FrameIn(frame)))
            {
                case null:
                    break;
                case TupleStream inner:
                    foreach (var found in inner.Items)
                        result.Add(Merged(tuple, found));
                    break;
                case var value:
                    var items = Sequences.AsArray(value);
                    frame.Run.Charge(items.Count);
                    for (var i = 0; i < items.Count; i++)
                        result.Add(Carry(step, tuple, items[i], i));
                    break;
            }
        }

        return result;
    }

    private static PathTuple Carry(Step step, PathTuple tuple, object? item, int index)
    {
        var next = step.Focus is null ? tuple.WithItem(item) : tuple.With(step.Focus, item);
        if (step.Index is not null)
            next = next.With(step.Index, (decimal)index);
        return step.AncestorLabel is null ? next : next.With(step.AncestorLabel, tuple.Item);
    }

    private static PathTuple Merged(PathTuple outer, PathTuple inner)
    {
        var merged = outer.WithItem(inner.Item);
        for (var i = 0; i < inner.Names.Length; i++)
            merged = merged.With(inner.Names[i], inner.Values[i]);
        return merged;
    }
}
