namespace Integration.Mapping.Conversions.Addresses;

/// <summary>How a country is written.</summary>
public enum CountryForm
{
    /// <summary>ISO 3166-1 alpha-2: <c>DE</c>.</summary>
    Alpha2,

    /// <summary>ISO 3166-1 alpha-3: <c>DEU</c>.</summary>
    Alpha3,

    /// <summary>ISO 3166-1 numeric, three digits as text: <c>276</c>.</summary>
    Numeric,

    /// <summary>The English name: <c>Germany</c>.</summary>
    Name,
}
