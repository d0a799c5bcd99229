using Integration.XCart.AddOn;

namespace Integration.XCart.Api55;

/// <summary>The add-on's door in 5.5: below <c>/api</c>, with the shop's API tokens.</summary>
internal sealed class AddOnDoor55 : IAddOnDoor
{
    public string Header => "X-AUTH-TOKEN";

    public string Target(string call, string query) => $"api/erp_bridge/{call}{(query.Length > 0 ? "?" : "")}{query}";
}
