namespace Platform.Conversations;

[GrainType("tokenpayments")]
internal sealed class TokenPaymentsGrain(TokenPaymentLog log) : Grain, ITokenPaymentsGrain
{
    private string OwnerId => this.GetPrimaryKeyString();

    // Interleaves: it holds no state.
    public Task<IReadOnlyList<TokenPayment>> List() => log.OfOwnerAsync(OwnerId);

    public Task DeleteAll() => log.DeleteOfOwnerAsync(OwnerId);
}
