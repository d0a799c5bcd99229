using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary><c>|pattern|update, delete|</c>: a copy of its argument in which every match is changed.</summary>
internal sealed class TransformFunction(Eval pattern, Eval update, Eval? delete, Frame closure, int position) : Function
{
    public override int Arity => 1;

    public override object? Invoke(object?[] arguments, object? context, Frame frame)
    {
        if (arguments.Length == 0 || arguments[0] is null)
            return null;
        if (arguments[0] is not (ObjectValue or ArrayValue))
            throw new JsonataException("T0410", position);
        var copy = Copy.Of(arguments[0], frame.Run);
        var matches = pattern(copy, closure);
        if (matches is null)
            return copy;
        foreach (var match in Sequences.AsArray(matches).Items.ToArray())
        {
            frame.Run.Step();
            Change(match);
        }

        return copy;
    }

    private void Change(object? match)
    {
        var changes = update(match, closure);
        if (changes is not null and not ObjectValue)
            throw new JsonataException("T2011", position);
        if (match is not ObjectValue target)
            return;
        if (changes is ObjectValue source)
        {
            foreach (var (name, value) in source.Members)
                target[name] = value;
        }

        if (delete?.Invoke(match, closure) is not { } deletions)
            return;
        foreach (var name in Sequences.AsArray(deletions).Items)
            target.Remove(name as string ?? throw new JsonataException("T2012", position));
    }
}
