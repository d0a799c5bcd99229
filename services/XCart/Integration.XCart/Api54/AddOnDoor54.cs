using Integration.XCart.AddOn;

namespace Integration.XCart.Api54;

/// <summary>The add-on's door in 5.4: a controller of the admin script, with the keys of the REST API add-on in a header of its own.</summary>
internal sealed class AddOnDoor54(string script) : IAddOnDoor
{
    public string Header => "X-Integration-Key";

    public string Target(string call, string query) => $"{script}?target=erp_bridge&call={call}{(query.Length > 0 ? "&" : "")}{query}";
}
