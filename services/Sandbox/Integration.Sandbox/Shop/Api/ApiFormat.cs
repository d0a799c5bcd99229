namespace Integration.Sandbox.Shop.Api;

/// <summary>The formats of the API, in the order in which they are preferred.</summary>
internal enum ApiFormat
{
    /// <summary>Plain JSON; lists are bare arrays.</summary>
    Json,

    /// <summary>JSON-LD with Hydra; lists say how many there are.</summary>
    JsonLd,

    /// <summary>The documentation page.</summary>
    Html,
}
