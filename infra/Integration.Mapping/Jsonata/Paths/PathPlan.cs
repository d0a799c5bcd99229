using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A path with steps of any kind: every step maps every item, and arrays are flattened between steps.</summary>
internal sealed class PathPlan(Step[] steps)
{
    private readonly bool _isPlain = !steps[0].IsConstructedArray && Array.TrueForAll(steps, step => step is { IsTuple: false, Sort: null, Stages.Length: 0 });

    public bool StartsAtVariable { get; init; }

    public bool KeepsArray { get; init; }

    public bool KeepsTuples { get; init; }

    public Eval? Group { get; init; }

    public object? Evaluate(object? input, Frame frame)
    {
        var at = 0;
        ArrayValue items;
        if (_isPlain && !KeepsArray && Group is null && (StartsAtVariable || input is not ArrayValue))
        {
            var single = EvaluateSingly(input, frame, ref at);
            if (at == steps.Length)
                return single;
            items = single is ArrayValue { IsConstructed: false } inner ? inner : ArrayValue.SequenceOf(single);
        }
        else
        {
            items = input is ArrayValue array && !StartsAtVariable ? array : ArrayValue.SequenceOf(input);
        }

        object? result = null;
        for (; at < steps.Length && !steps[at].IsTuple; at++)
        {
            result = at == 0 && steps[0].IsConstructedArray
                ? steps[0].Eval(items, frame)
                : Map(steps[at], items, frame, at == steps.Length - 1);
            if (result is null or ArrayValue { Count: 0 })
                break;
            items = Sequences.AsArray(result);
        }

        if (at < steps.Length && steps[at].IsTuple)
            return EvaluateTuples(at, items, frame);
        if (KeepsArray)
            result = Kept(result);
        return Group is null ? result : Group(result, frame);
    }

    /// <summary>As long as there is one value only, no sequence is made; ends at the last step, at nothing, or behind the first array.</summary>
    private object? EvaluateSingly(object? input, Frame frame, ref int at)
    {
        var value = input;
        while (at < steps.Length)
        {
            frame.Run.Step();
            value = steps[at++].Eval(value, frame);
            if (value is null or ArrayValue { Count: 0, IsSequence: true })
                at = steps.Length;
            if (value is ArrayValue)
                break;
        }

        return value;
    }

    private static ArrayValue Kept(object? result)
    {
        if (result is ArrayValue { IsSequence: false, IsConstructed: false } array)
            return array;
        var kept = result is ArrayValue { IsSequence: true } sequence ? sequence.AsSequence() : ArrayValue.Sequence();
        if (result is not null and not ArrayValue { IsSequence: true })
            kept.Add(result);
        kept.KeepSingleton = true;
        return kept;
    }

    private static object? Map(Step step, ArrayValue items, Frame frame, bool isLast)
    {
        if (step.Sort is not null)
        {
            object? sorted = step.Sort.Sort(items, frame);
            foreach (var stage in step.Stages)
                sorted = stage.Filter!(sorted, frame);
            return sorted;
        }

        var found = 0;
        object? last = null;
        var result = ArrayValue.Sequence(items.Count);
        foreach (var item in items.Items)
        {
            frame.Run.Step();
            var value = step.Eval(item, frame);
            if (value is null)
                continue;
            foreach (var stage in step.Stages)
                value = stage.Filter!(value, frame);
            if (value is null)
                continue;
            found++;
            last = value;
            if (value is ArrayValue { IsConstructed: false } inner)
                result.Items.AddRange(inner.Items);
            else
                result.Add(value);
        }

        if (isLast && found == 1 && last is ArrayValue { IsSequence: false })
            return last;
        frame.Run.Charge(result.Count);
        return result;
    }

    private object? EvaluateTuples(int at, ArrayValue items, Frame frame)
    {
        var tuples = items.Items.ConvertAll(item => new PathTuple(item, [], []));
        for (; at < steps.Length; at++)
            tuples = TupleSteps.Map(steps[at], tuples, frame);
        var stream = new TupleStream(tuples);
        if (Group is not null)
            return Group(stream, frame);
        if (KeepsTuples)
            return stream;
        var result = ArrayValue.Sequence(tuples.Count);
        foreach (var tuple in tuples)
            result.Add(tuple.Item);
        return KeepsArray ? Kept(result) : result;
    }
}
