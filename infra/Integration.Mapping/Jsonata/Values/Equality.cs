namespace Integration.Mapping.Jsonata.Values;

/// <summary>Deep equality: arrays in order, objects by members in any order.</summary>
internal static class Equality
{
    public static bool AreEqual(object? left, object? right) => AreEqual(left, right, null);

    private static bool AreEqual(object? left, object? right, Visits? visits)
    {
        if (ReferenceEquals(left, right))
            return true;
        return (left, right) switch
        {
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (decimal a, decimal b) => a == b,
            (bool a, bool b) => a == b,
            (ArrayValue a, ArrayValue b) => ItemsEqual(a, b, visits ?? new Visits()),
            (ObjectValue a, ObjectValue b) => MembersEqual(a, b, visits ?? new Visits()),
            _ => false,
        };
    }

    private static bool ItemsEqual(ArrayValue left, ArrayValue right, Visits visits)
    {
        visits.Enter();
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i], visits))
                return false;
        }

        return true;
    }

    private static bool MembersEqual(ObjectValue left, ObjectValue right, Visits visits)
    {
        visits.Enter();
        if (left.Count != right.Count)
            return false;
        foreach (var (name, value) in left.Members)
        {
            if (!AreEqual(value, right[name], visits))
                return false;
        }

        return true;
    }
}
