namespace Integration.Mapping.Jsonata.Values;

/// <summary>Booleans as values, and what counts as true (https://docs.jsonata.org/boolean-functions).</summary>
internal static class Truth
{
    public static readonly object True = true;
    public static readonly object False = false;

    public static object Of(bool value) => value ? True : False;

    public static bool IsTrue(object? value) => value switch
    {
        bool flag => flag,
        string text => text.Length > 0,
        decimal number => number != 0,
        ObjectValue members => members.Count > 0,
        ArrayValue array => HasTrue(array, new Visits()),
        _ => false,
    };

    private static bool HasTrue(ArrayValue array, Visits visits)
    {
        visits.Enter();
        foreach (var item in array.Items)
        {
            if (item is ArrayValue inner ? HasTrue(inner, visits) : IsTrue(item))
                return true;
        }

        return false;
    }
}
