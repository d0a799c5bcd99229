using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>Deep equality: arrays in order, objects by members in any order.</summary>
internal static class Equality
{
    public static bool AreEqual(object? left, object? right, Run run)
    {
        if (ReferenceEquals(left, right))
            return true;
        return (left, right) switch
        {
            (string a, string b) => TextsEqual(a, b, run),
            (decimal a, decimal b) => a == b,
            (bool a, bool b) => a == b,
            (ArrayValue a, ArrayValue b) => ItemsEqual(a, b, run),
            (ObjectValue a, ObjectValue b) => MembersEqual(a, b, run),
            _ => false,
        };
    }

    private static bool TextsEqual(string left, string right, Run run)
    {
        if (left.Length != right.Length)
            return false;
        run.StepText(left.Length);
        return string.Equals(left, right, StringComparison.Ordinal);
    }

    private static bool ItemsEqual(ArrayValue left, ArrayValue right, Run run)
    {
        Run.CheckStack();
        if (left.Count != right.Count)
            return false;
        run.Step(1 + left.Count);
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i], run))
                return false;
        }

        return true;
    }

    private static bool MembersEqual(ObjectValue left, ObjectValue right, Run run)
    {
        Run.CheckStack();
        if (left.Count != right.Count)
            return false;
        run.Step(1 + left.Count);
        foreach (var (name, value) in left.Members)
        {
            if (!AreEqual(value, right[name], run))
                return false;
        }

        return true;
    }
}
