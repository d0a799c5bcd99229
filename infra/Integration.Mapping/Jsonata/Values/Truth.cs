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
        ArrayValue { Count: 1 } array => IsTrue(array[0]),
        ArrayValue array => array.Items.Exists(IsTrue),
        _ => false,
    };
}
