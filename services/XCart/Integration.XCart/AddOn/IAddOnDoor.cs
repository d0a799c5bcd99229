namespace Integration.XCart.AddOn;

/// <summary>Where the add-on is called and with what credential: paths and credentials follow the shop's own API.</summary>
internal interface IAddOnDoor
{
    /// <summary>The target of a call.</summary>
    /// <param name="call">Such as <c>stock</c>.</param>
    /// <param name="query">Further parameters, encoded; or empty.</param>
    string Target(string call, string query);

    /// <summary>The header that carries the credential.</summary>
    string Header { get; }
}
