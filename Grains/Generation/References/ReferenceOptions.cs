namespace Platform.Generation;

/// <summary>The section <c>Generation:References</c>: pictures that people refer to.</summary>
public sealed class ReferenceOptions
{
    /// <summary>
    /// Whether pictures may come from the machine itself and its private networks, on any port. Only for tests and development: who may
    /// name an address could else look around in there.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    internal PicturePolicy Policy =>
        AllowPrivateAddresses ? new PicturePolicy { AllowPrivateAddresses = true, Ports = [] } : new PicturePolicy();
}
