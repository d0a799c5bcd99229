using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>Looking things up in objects and arrays of objects.</summary>
internal static class Fields
{
    /// <summary>The member of an object, or the members of all objects of an array as a sequence.</summary>
    public static object? Lookup(object? input, string name, Run run)
    {
        if (input is ObjectValue members)
            return members[name];
        if (input is not ArrayValue array)
            return null;
        Run.CheckStack();
        var result = ArrayValue.Sequence(array.Count);
        foreach (var item in array.Items)
        {
            run.Step();
            if (Lookup(item, name, run) is { } found)
                result.Append(found);
        }

        run.Charge(result.Count);
        return result;
    }

    public static object? Wildcard(object? input, Run run)
    {
        if (input is ArrayValue { IsOuterWrapper: true } wrapper)
            input = wrapper[0];
        var result = ArrayValue.Sequence();
        var members = input switch
        {
            ObjectValue source => source.Members.Select(object? (member) => member.Value),
            ArrayValue array => array.Items,
            _ => [],
        };
        foreach (var member in members)
        {
            run.Step();
            Flatten(member, result, run);
        }

        return result;
    }

    public static object? Descendants(object? input, Run run)
    {
        if (input is null)
            return null;
        var result = ArrayValue.Sequence();
        Descend(input, result, run);
        return result;
    }

    private static void Flatten(object? value, ArrayValue result, Run run)
    {
        run.Step();
        Run.CheckStack();
        if (value is not ArrayValue array)
        {
            result.Add(value);
            return;
        }

        foreach (var item in array.Items)
            Flatten(item, result, run);
    }

    private static void Descend(object? value, ArrayValue result, Run run)
    {
        run.Step();
        Run.CheckStack();
        if (value is ArrayValue array)
        {
            foreach (var item in array.Items)
                Descend(item, result, run);
            return;
        }

        result.Add(value);
        if (value is ObjectValue members)
        {
            foreach (var (_, member) in members.Members)
                Descend(member, result, run);
        }
    }
}
