namespace Integration.Mapping.Jsonata.Values;

/// <summary>JSON null. (C# null is <i>undefined</i>.)</summary>
internal sealed class NullValue
{
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }
}
