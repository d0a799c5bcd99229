namespace Integration.XCart.Setup;

/// <summary>Which API a connection speaks, the setting <c>api</c>.</summary>
internal enum ApiChoice
{
    /// <summary>Found by asking the shop.</summary>
    Auto,

    /// <summary>The REST API add-on of 5.0 to 5.4.</summary>
    Api54,

    /// <summary>The API of 5.5 and later.</summary>
    Api55,
}
