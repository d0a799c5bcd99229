using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>Booleans as values, and what counts as true (https://docs.jsonata.org/boolean-functions).</summary>
internal static class Truth
{
    public static readonly object True = true;
    public static readonly object False = false;

    public static object Of(bool value) => value ? True : False;

    /// <summary>What a whole expression gave; bounded by the default limits.</summary>
    public static bool IsTrue(object? value) => value is ArrayValue array
        ? HasTrue(array, new Run(JsonataLimits.Default, TimeProvider.System, CancellationToken.None))
        : IsTrueAlone(value);

    public static bool IsTrue(object? value, Run run) => value is ArrayValue array ? HasTrue(array, run) : IsTrueAlone(value);

    private static bool IsTrueAlone(object? value) => value switch
    {
        bool flag => flag,
        string text => text.Length > 0,
        decimal number => number != 0,
        ObjectValue members => members.Count > 0,
        _ => false,
    };

    private static bool HasTrue(ArrayValue array, Run run)
    {
        Run.CheckStack();
        run.Step(array.Count);
        foreach (var item in array.Items)
        {
            if (IsTrue(item, run))
                return true;
        }

        return false;
    }
}
