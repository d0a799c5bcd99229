namespace Integration.Mapping.Documents;

/// <summary>The type of a member.</summary>
public enum SchemaType
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>Text, dates and codes included.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>An object with members.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,
}
