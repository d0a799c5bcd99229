namespace Integration.Mapping.Conversions.Addresses;

/// <summary>How a state is written.</summary>
public enum StateForm
{
    /// <summary>The code within its country: <c>NY</c>.</summary>
    Code,

    /// <summary>ISO 3166-2: <c>US-NY</c>.</summary>
    Iso,

    /// <summary>The name: <c>New York</c>.</summary>
    Name,
}
