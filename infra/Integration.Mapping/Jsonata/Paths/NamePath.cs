using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A path of member names only, which is what most mapping rules are: walks objects without making sequences.</summary>
internal sealed class NamePath(string[] names)
{
    public object? Evaluate(object? input, Frame frame)
    {
        var current = input;
        for (var i = 0; i < names.Length; i++)
        {
            switch (current)
            {
                case ObjectValue members:
                    current = members[names[i]];
                    break;
                case ArrayValue array:
                    return FromArray(array, i, frame.Run);
                default:
                    return null;
            }
        }

        return current;
    }

    private ArrayValue? FromArray(ArrayValue items, int index, Run run)
    {
        for (; index < names.Length; index++)
        {
            var found = new List<object?>();
            foreach (var item in items.Items)
            {
                run.Step();
                if (Sequences.Unwrap(Fields.Lookup(item, names[index], run)) is { } value)
                    found.Add(value);
            }

            if (index == names.Length - 1 && found is [ArrayValue { IsSequence: false } only])
                return only;
            var next = ArrayValue.Sequence(found.Count);
            foreach (var value in found)
                next.Append(value);
            run.Charge(next.Count);
            if (next.Count == 0)
                return null;
            items = next;
        }

        return items;
    }
}
